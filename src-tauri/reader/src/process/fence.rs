//! On Linux a child also gives up its rights: no files (landlock), no network, no other program, no new file (seccomp).
//!
//! Both are a second wall behind parsers written in safe Rust: where the kernel has neither, reading goes on without.
//! The list of forbidden calls names what an attacker needs; a list of the allowed ones would break with every new
//! version of the C library.
use std::collections::BTreeMap;

use landlock::{ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr};
use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, TargetArch};

/// Calls that a reader of documents never needs once it runs.
const FORBIDDEN: [i64; 24] = [
    libc::SYS_socket,
    libc::SYS_socketpair,
    libc::SYS_connect,
    libc::SYS_bind,
    libc::SYS_listen,
    libc::SYS_accept4,
    libc::SYS_sendto,
    libc::SYS_sendmsg,
    libc::SYS_execve,
    libc::SYS_execveat,
    libc::SYS_openat,
    libc::SYS_openat2,
    libc::SYS_open_by_handle_at,
    libc::SYS_unlinkat,
    libc::SYS_renameat2,
    libc::SYS_linkat,
    libc::SYS_symlinkat,
    libc::SYS_mkdirat,
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_kill,
    libc::SYS_io_uring_setup,
    libc::SYS_bpf,
];

/// The same by their older names, which newer machines do not have.
#[cfg(target_arch = "x86_64")]
const FORBIDDEN_TOO: [i64; 6] =
    [libc::SYS_open, libc::SYS_creat, libc::SYS_unlink, libc::SYS_rename, libc::SYS_accept, libc::SYS_fork];
#[cfg(not(target_arch = "x86_64"))]
const FORBIDDEN_TOO: [i64; 0] = [];

/// Gives up every right that reading one file from standard input does not need.
pub(super) fn close() {
    let _ = without_files();
    if let Some(filter) = filter() {
        let _ = seccompiler::apply_filter(&filter);
    }
}

fn without_files() -> Result<(), landlock::RulesetError> {
    Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(ABI::V5))?
        .handle_access(AccessNet::from_all(ABI::V5))?
        .create()?
        .restrict_self()?;
    Ok(())
}

fn filter() -> Option<BpfProgram> {
    let machine = TargetArch::try_from(std::env::consts::ARCH).ok()?;
    let rules: BTreeMap<i64, Vec<_>> = FORBIDDEN.iter().chain(&FORBIDDEN_TOO).map(|call| (*call, Vec::new())).collect();
    let refused = SeccompAction::Errno(libc::EPERM as u32);
    SeccompFilter::new(rules, SeccompAction::Allow, refused, machine).ok()?.try_into().ok()
}
