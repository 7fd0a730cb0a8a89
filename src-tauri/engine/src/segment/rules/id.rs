//! Indonesian and Malay; the abbreviations are those of newspapers, courts and the police.
use super::{Phrases, Rules, Words};

pub const RULES: Rules = Rules {
    before_name: Words(
        "jend letjen mayjen brigjen Kol Letkol Mayor May Kapt Lettu Letda Serma Serka Sertu Serda Kopka Koptu \
         Kopda Praka Irjen Komjen Brigjen Kombes Kompol AKBP Iptu Ipda Aiptu Aipda Bripka Briptu Bripda Jend Let \
         Laks Laksda Marsda dr drs dra ir prof h hj kh tgk ust ustz ny nn tn sdr sdri bpk alm almh Hon Yth yth R \
         Rr RA RM KRT Dt St Sta Sto Pdt PT CV UD jl jln gg kec kel kab Kep Ds Dsn Dk Kp Ps Sp mr mrs ms mis cth red a.n \
         u.p d.a Tk Sgt Capt Lt Gen Sen Rep Gov Dato Datuk Tn En Pn Cik a/n",
    ),
    before_number: Words(
        "no nmr pkl pk tgl hlm hal rp Rp thn th telp tel hp fax ay ps psl bab jilid vol ed Ke lt blok kav rt rw km art pasal \
         Jan Feb Mar Apr Jun Jul Agu Agt Agust Sep Sept Okt Nov Des s/d s.d",
    ),
    anywhere: Words(
        "dll dsb dst dkk tsb tbk spt sbb ybs yg dgn utk pd dlm tdk krn ttg bhw sdh blm thdp ttd Inc Ltd LLC Co Corp \
         Jr Sr Bhd Sdn Pte Plc etc a.l dr.h",
    ),
    starters: Words(
        "Dia Ia Mereka Kami Kita Saya Aku Anda Beliau Itu Ini Hal Namun Tapi Tetapi Akan Sementara Sebelumnya Selain Menurut \
         Dalam Di Pada Untuk Dengan Dari Ketika Saat Jika Kalau Karena Sebab Akibat Akibatnya Selanjutnya Kemudian Lalu \
         Setelah Sejak Hingga Sampai Bahkan Adapun Sedangkan Meski Meskipun Walau Walaupun Sebagai Seperti Para Pihak \
         Pihaknya Ada Tidak Tak Belum Sudah Telah Bila Apabila Agar Oleh Maka Jadi Yang Beberapa Sejumlah Seorang Seluruh \
         Semua Berdasarkan Terkait Sehingga Padahal Artinya Polisi Petugas Korban Warga Pelaku Tersangka Pemerintah Jaksa \
         Hakim Penutupan Kejadian Peristiwa Gempa Informasi Kedua Ketiga Pertama Salah Usai Atas Terhadap Tentang Mengenai \
         Kini Nantinya Nanti Sekarang Akhirnya Bukan Hanya Melalui Mulai Tahun Antara Lebih Apa Siapa Mengapa Bagaimana \
         Diketahui Diduga Dikatakan Menyusul Demikian Begitu Sang Si Setiap Masih Bagi Banyak",
    ),
    lettered: Words(
        "grup kelompok vitamin hepatitis tipe kelas blok seri golongan plan terminal posko paket ruang kategori",
    ),
    says: Words(""),
    quote_limit: 300,
    lost_stop: Words(
        "Ia Dia Namun Tapi Tetapi Menurutnya Dikatakannya Ditambahkannya Sebelumnya Selain Meski Bagi Sangat Akibatnya Selanjutnya Padahal Bahkan",
    ),
    furniture: Phrases(
        "baca juga | baca selengkapnya | baca berita lainnya | baca artikel lainnya | lihat juga | simak juga | \
         iklan | advertorial | halaman selanjutnya | halaman berikutnya | selanjutnya | bagikan | \
         bagikan artikel ini | komentar | tulis komentar | kirim komentar | berita terkait | artikel terkait | \
         berita lainnya | berita populer | terpopuler | terkini | rekomendasi | rekomendasi untuk anda | \
         pilihan editor | topik terkait | tag terkait | tonton juga | tonton video | lanjutkan membaca | \
         salin tautan | lihat foto | lihat semua | simak informasi selengkapnya di bawah ini | \
         gulir untuk melanjutkan",
    ),
    furniture_leads: Phrases(
        "baca juga | baca selengkapnya | baca berita lain | baca artikel | lihat juga | lihat video | \
         lihat foto | simak juga | simak video | simak berita | simak selengkapnya | simak breaking news | \
         saksikan video | saksikan juga | saksikan live | tonton juga | tonton video | silakan baca konten | \
         silakan baca artikel | silahkan baca | ikuti whatsapp | ikuti saluran whatsapp | ikuti kami di | \
         ikuti berita | ikuti terus | ikuti artikel | ikuti channel | dapatkan update berita | dapatkan berita | \
         dapatkan informasi terkini | gabung channel | gabung di channel | gabung grup | mari bergabung di | \
         jangan lewatkan | jangan ketinggalan | unduh aplikasi | download aplikasi | klik di sini | \
         klik disini | cek berita | cek fakta artikel | yuk baca | yuk simak | artikel ini telah tayang | \
         berita ini telah tayang | artikel ini sudah tayang | tulisan ini telah tayang | konten ini diproduksi | \
         hak cipta © | gulir ke bawah | scroll untuk",
    ),
    furniture_labels: Phrases(
        "baca | lihat | simak | tonton | video | foto | galeri | editor | reporter | penulis | pewarta | \
         sumber | sumber berita | sumber foto | tag | tags | topik | topik terkait | kontributor | redaktur | \
         uploader | copyright | ilustrasi",
    ),
    ..Rules::PLAIN
};
