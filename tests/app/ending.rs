//! How the program ends in a test: closed, killed, or by an act in the window. The driver answers from within the window, so an
//! answer may be lost with it: none is waited for here. What counts is that the processes are gone.
use std::time::{Duration, Instant};

use tokio::time::timeout;

use crate::stage::Stage;
use crate::window::Window;

/// How long the driver has for an answer that it may have nobody to get from.
const LAST_WORDS: Duration = Duration::from_secs(5);
/// How long the program has to end.
const PATIENCE: Duration = Duration::from_secs(20);

impl Window {
    /// Runs a script that may close the window.
    pub async fn last_js(&self, script: &str) {
        let _ = timeout(LAST_WORDS, self.client.execute(script, vec![])).await;
    }

    /// Waits until the program has ended by itself, and gives the stage back.
    pub async fn ended(self) -> Stage {
        let begun = Instant::now();
        while !running(&self.stage).is_empty() {
            assert!(begun.elapsed() < PATIENCE, "the program does not end");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let Window { client, stage } = self;
        let _ = timeout(LAST_WORDS, client.close()).await;
        stage
    }

    /// Kills the program as a crash would, and gives the stage back.
    pub async fn crash(self) -> Stage {
        let running = running(&self.stage);
        assert!(!running.is_empty(), "the program was there to be killed");
        for pid in running {
            std::process::Command::new("kill").args(["-KILL", &pid.to_string()]).status().unwrap();
        }
        self.ended().await
    }

    /// Has the driver close the program, and then the stage.
    pub async fn close(self) {
        let client = self.client.clone();
        let _ = timeout(LAST_WORDS, client.close()).await;
        self.ended().await;
    }
}

/// The processes of the program on this stage.
pub fn running(stage: &Stage) -> Vec<u32> {
    // Its own screen: another window may have the same folder.
    let marker = format!("DISPLAY={}\0", stage.display);
    let pids = std::fs::read_dir("/proc").unwrap().filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    let ours = |pid: &u32| {
        let read = |name: &str| std::fs::read(format!("/proc/{pid}/{name}")).unwrap_or_default();
        read("cmdline").starts_with(crate::stage::program().as_bytes())
            && String::from_utf8_lossy(&read("environ")).contains(&marker)
    };
    pids.filter(ours).collect()
}
