//! The container of old Office files, which newer ones are wrapped in when they have a password.
//!
//! Opens "agile" protection, as Office has written it since 2010 ([MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15).
use std::io::{Cursor, Read};

use aes::cipher::{BlockModeDecrypt, KeyIvInit, block_padding::NoPadding};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::trouble;
use super::xml::{Attributes, Piece, pieces};
use crate::{Ask, Problem};

/// Most bytes of one stream that are read.
const LARGEST: u64 = 64 << 20;
/// Rounds of the key's hash are bounded: Office writes 100,000.
const MOST_ROUNDS: u32 = 2_000_000;

/// The bytes of a stream in a container.
pub(super) fn stream(bytes: &[u8], name: &str) -> Option<Vec<u8>> {
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let mut read = Vec::new();
    container.open_stream(format!("/{name}")).ok()?.take(LARGEST).read_to_end(&mut read).ok()?;
    Some(read)
}

/// The document inside a protected container.
pub(super) fn unlocked(file: &str, bytes: &[u8], ask: &Ask) -> Result<Vec<u8>, Problem> {
    let damaged = || trouble::damaged(file, "a protected Word document");
    let info = stream(bytes, "EncryptionInfo").ok_or_else(damaged)?;
    let package = stream(bytes, "EncryptedPackage").ok_or_else(damaged)?;
    if info.get(..4) != Some(&[4, 0, 4, 0]) {
        return Err(trouble::protected(file, "save a copy without the password"));
    }
    let Some(password) = &ask.password else { return Err(trouble::password(file, false)) };
    let lock = Lock::read(info.get(8..).unwrap_or_default()).ok_or_else(damaged)?;
    let key = lock.key(password).ok_or_else(|| trouble::password(file, true))?;
    lock.package(&key, &package).ok_or_else(damaged)
}

#[derive(Clone, Copy)]
enum Hash {
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    fn named(name: &str) -> Option<Hash> {
        Some(match name {
            "SHA1" | "SHA-1" => Hash::Sha1,
            "SHA256" => Hash::Sha256,
            "SHA384" => Hash::Sha384,
            "SHA512" => Hash::Sha512,
            _ => return None,
        })
    }

    fn of(self, parts: &[&[u8]]) -> Vec<u8> {
        let all = parts.concat();
        match self {
            Hash::Sha1 => Sha1::digest(&all).to_vec(),
            Hash::Sha256 => Sha256::digest(&all).to_vec(),
            Hash::Sha384 => Sha384::digest(&all).to_vec(),
            Hash::Sha512 => Sha512::digest(&all).to_vec(),
        }
    }
}

/// How the document is locked: of the package, and of the key that is itself locked with the password.
struct Lock {
    hash: Hash,
    salt: Vec<u8>,
    key_hash: Hash,
    key_salt: Vec<u8>,
    key_bytes: usize,
    rounds: u32,
    verifier: Vec<u8>,
    verifier_hash: Vec<u8>,
    locked_key: Vec<u8>,
}

impl Lock {
    fn read(xml: &[u8]) -> Option<Lock> {
        let all = pieces(xml);
        let find = |wanted: &str| {
            all.iter().find_map(|piece| match piece {
                Piece::Open(name, attributes) if name == wanted => Some(attributes),
                _ => None,
            })
        };
        let (data, key) = (find("keyData")?, find("encryptedKey")?);
        let bytes = |from: &Attributes, name: &str| BASE64_STANDARD.decode(from.get(name)?).ok();
        let aes = |from: &Attributes| {
            from.get("cipherAlgorithm") == Some("AES") && from.get("cipherChaining") == Some("ChainingModeCBC")
        };
        let lock = Lock {
            hash: Hash::named(data.get("hashAlgorithm")?)?,
            salt: bytes(data, "saltValue")?,
            key_hash: Hash::named(key.get("hashAlgorithm")?)?,
            key_salt: bytes(key, "saltValue")?,
            key_bytes: key.get("keyBits")?.parse::<usize>().ok()? / 8,
            rounds: key.get("spinCount")?.parse().ok()?,
            verifier: bytes(key, "encryptedVerifierHashInput")?,
            verifier_hash: bytes(key, "encryptedVerifierHashValue")?,
            locked_key: bytes(key, "encryptedKeyValue")?,
        };
        (aes(data) && aes(key) && lock.rounds <= MOST_ROUNDS && matches!(lock.key_bytes, 16 | 24 | 32)).then_some(lock)
    }

    /// The package's key, when the password is right.
    fn key(&self, password: &str) -> Option<Vec<u8>> {
        let typed: Vec<u8> = password.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut hash = self.key_hash.of(&[&self.key_salt, &typed]);
        for round in 0..self.rounds {
            hash = self.key_hash.of(&[&round.to_le_bytes(), &hash]);
        }
        // The purposes of the three keys, by the numbers of the specification.
        let open = |purpose: [u8; 8], locked: &[u8]| {
            let key = sized(self.key_hash.of(&[&hash, &purpose]), self.key_bytes);
            decrypted(&key, &sized(self.key_salt.clone(), 16), locked)
        };
        let verifier = open([0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79], &self.verifier)?;
        let expected = open([0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e], &self.verifier_hash)?;
        let found = self.key_hash.of(&[verifier.get(..self.key_salt.len())?]);
        if expected.get(..found.len())? != found {
            return None;
        }
        let key = open([0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6], &self.locked_key)?;
        key.get(..self.key_bytes).map(<[u8]>::to_vec)
    }

    /// The package in the clear. It is locked in pieces of 4096 bytes.
    fn package(&self, key: &[u8], package: &[u8]) -> Option<Vec<u8>> {
        let length = u64::from_le_bytes(package.get(..8)?.try_into().ok()?);
        let mut clear = Vec::with_capacity(package.len());
        for (number, piece) in package.get(8..)?.chunks(4096).enumerate() {
            let start = sized(self.hash.of(&[&self.salt, &(number as u32).to_le_bytes()]), 16);
            clear.extend(decrypted(key, &start, piece.get(..piece.len() & !15)?)?);
        }
        clear.truncate(usize::try_from(length).ok()?);
        Some(clear)
    }
}

/// Cut, or filled up with 0x36, to a length.
fn sized(mut bytes: Vec<u8>, length: usize) -> Vec<u8> {
    bytes.resize(length, 0x36);
    bytes
}

fn decrypted(key: &[u8], start: &[u8], locked: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = locked.to_vec();
    let done = match key.len() {
        16 => cbc::Decryptor::<aes::Aes128>::new_from_slices(key, start)
            .ok()?
            .decrypt_padded::<NoPadding>(&mut bytes)
            .is_ok(),
        24 => cbc::Decryptor::<aes::Aes192>::new_from_slices(key, start)
            .ok()?
            .decrypt_padded::<NoPadding>(&mut bytes)
            .is_ok(),
        _ => cbc::Decryptor::<aes::Aes256>::new_from_slices(key, start)
            .ok()?
            .decrypt_padded::<NoPadding>(&mut bytes)
            .is_ok(),
    };
    done.then_some(bytes)
}
