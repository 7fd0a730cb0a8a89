//! Starts and stops the processes of a test: an X server and a WebDriver; the driver starts the program.
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A display, a driver and folders of their own for one test.
pub struct Stage {
    pub display: String,
    pub folder: PathBuf,
    port: u16,
    // Dropped in order: the driver (and with it the program) first, then the X server, then the folders.
    driver: Process,
    _bus: Option<Bus>,
    _screen: Process,
    _scratch: Option<Scratch>,
}

const DRIVER: &str = "WebKitWebDriver";

impl Stage {
    /// A stage with a screen of `width` × `height` pixels.
    pub fn new(width: u32, height: u32) -> Stage {
        let folder = std::env::temp_dir().join(format!("parallax-app-{}-{}", std::process::id(), free_port()));
        std::fs::create_dir_all(&folder).unwrap();
        Stage::build((width, height), folder.clone(), Some(Scratch(folder)), dying_with_us(DRIVER), None)
    }

    /// The same with a session bus, for a window that is to be read by a screen reader.
    pub fn heard(bus: Bus) -> Stage {
        let folder = std::env::temp_dir().join(format!("parallax-app-{}-{}", std::process::id(), free_port()));
        std::fs::create_dir_all(&folder).unwrap();
        Stage::build((1440, 900), folder.clone(), Some(Scratch(folder)), dying_with_us(DRIVER), Some(bus))
    }

    /// Another screen and driver over the folders of `other`: a second window of the same person.
    pub fn beside(other: &Stage) -> Stage {
        Stage::build((1440, 900), other.folder.clone(), None, dying_with_us(DRIVER), None)
    }

    /// A stage whose folder `disk` is a small disk that only the program sees; `None` where the system does not let us make
    /// one.
    pub fn with_small_disk() -> Option<Stage> {
        let folder = std::env::temp_dir().join(format!("parallax-app-{}-{}", std::process::id(), free_port()));
        std::fs::create_dir_all(folder.join("disk")).unwrap();
        let mount = "mount -t tmpfs -o size=192k none \"$0\" && exec \"$@\"";
        let mut probe = Command::new("unshare");
        if !probe.args(["-rm", "sh", "-c", mount, "/tmp", "true"]).status().is_ok_and(|status| status.success()) {
            eprintln!("skipped: no disk of our own here");
            return None;
        }
        let mut driver = dying_with_us("unshare");
        driver.args(["-rm", "sh", "-c", mount]).arg(folder.join("disk")).arg(DRIVER);
        Some(Stage::build((1440, 900), folder.clone(), Some(Scratch(folder)), driver, None))
    }

    fn build(
        (width, height): (u32, u32),
        folder: PathBuf,
        scratch: Option<Scratch>,
        mut driver: Command,
        bus: Option<Bus>,
    ) -> Stage {
        let (screen, display) = x_server(width, height);
        let port = free_port();
        driver
            .arg(format!("--port={port}"))
            .arg("--host=127.0.0.1")
            .env("DISPLAY", &display)
            .env("GDK_BACKEND", "x11")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("PARALLAX_MULTI", "1")
            .env("LC_ALL", "C.UTF-8")
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null())
            .stderr(std::fs::File::create(folder.join(format!("said-{port}"))).unwrap());
        match &bus {
            Some(bus) => driver.env("DBUS_SESSION_BUS_ADDRESS", &bus.address).env_remove("NO_AT_BRIDGE"),
            None => driver.env("NO_AT_BRIDGE", "1"),
        };
        for (name, sub) in [("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache")] {
            driver.env(name, folder.join(sub));
        }
        let driver = Process(driver.spawn().expect("WebKitWebDriver (apt install webkit2gtk-driver)"));
        wait_for(port);
        Stage { display, folder, port, driver, _bus: bus, _screen: screen, _scratch: scratch }
    }

    /// A path as the program sees it, from here.
    pub fn inside(&self, path: &str) -> PathBuf {
        PathBuf::from(format!("/proc/{}/root{}", self.driver.0.id(), self.folder.join(path).display()))
    }

    /// Runs a command where the program's small disk is.
    pub fn on_disk(&self, command: &str) {
        let mut shell = Command::new("nsenter");
        shell.args(["-t", &self.driver.0.id().to_string(), "-U", "--preserve-credentials", "-m", "sh", "-c", command]);
        assert!(shell.arg(self.folder.join("disk")).status().unwrap().success(), "{command}");
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What the program has written to its standard error.
    pub fn said(&self) -> String {
        std::fs::read_to_string(self.folder.join(format!("said-{}", self.port))).unwrap_or_default()
    }

    /// Writes a file of the test's own and returns its path.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.folder.join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_string_lossy().into_owned()
    }
}

/// The program under test.
pub fn program() -> &'static str {
    env!("CARGO_BIN_EXE_parallax")
}

/// Where pictures of the window are kept.
pub fn pictures() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// `setpriv --pdeathsig KILL` (util-linux): the child dies with the test, even when the test is killed.
pub fn dying_with_us(program: &str) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL", "--", program]);
    command
}

/// A session bus of its own.
pub struct Bus {
    pub address: String,
    _daemon: Process,
    _scratch: Scratch,
}

impl Bus {
    /// `None` where there is no D-Bus.
    pub fn start() -> Option<Bus> {
        let folder = std::env::temp_dir().join(format!("parallax-bus-{}-{}", std::process::id(), free_port()));
        std::fs::create_dir_all(&folder).ok()?;
        let scratch = Scratch(folder.clone());
        // The services that it starts keep their sockets in a folder of their own, not in the person's.
        let mut daemon = dying_with_us("dbus-daemon");
        daemon.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]).env("XDG_RUNTIME_DIR", &folder);
        daemon.env_remove("DISPLAY").env_remove("AT_SPI_BUS_ADDRESS");
        let mut daemon = Process(daemon.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?);
        let mut address = String::new();
        BufReader::new(daemon.0.stdout.take()?).read_line(&mut address).ok()?;
        let address = address.trim().to_owned();
        (!address.is_empty()).then_some(Bus { address, _daemon: daemon, _scratch: scratch })
    }
}

/// A child that ends with its handle.
pub struct Process(pub Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the program said: {}", self.said());
        }
    }
}

struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Xvfb picks a free display number and writes it on the given descriptor.
fn x_server(width: u32, height: u32) -> (Process, String) {
    let mut screen = dying_with_us("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", &format!("{width}x{height}x24"), "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb (apt install xvfb)");
    let mut number = String::new();
    BufReader::new(screen.stdout.take().unwrap()).read_line(&mut number).unwrap();
    (Process(screen), format!(":{}", number.trim()))
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn wait_for(port: u16) {
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(begun.elapsed() < Duration::from_secs(30), "nothing listens on {port}");
        std::thread::sleep(Duration::from_millis(25));
    }
}
