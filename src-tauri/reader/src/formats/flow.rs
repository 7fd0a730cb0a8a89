//! The running text of a word processor's document, as its tags come: paragraphs, text boxes, tables.
//!
//! A text box stands after the paragraph that holds it. A table's row is one paragraph with its cells parted by " | ",
//! unless the table only arranges running text; then every paragraph of a cell is one of the article.

/// A cell with more characters than this holds running text.
const RUNNING: usize = 160;

/// A paragraph with what is known of it.
#[derive(Debug, Default)]
struct Open {
    text: String,
    heading: bool,
    boxes: Vec<Done>,
}

#[derive(Debug)]
struct Done {
    text: String,
    heading: bool,
}

/// Collects the paragraphs of a document.
#[derive(Debug, Default)]
pub(super) struct Flow {
    done: Vec<Done>,
    open: Vec<Open>,
    /// Rows that are open: the cells of each, and their paragraphs.
    rows: Vec<Vec<Vec<Done>>>,
}

impl Flow {
    /// A paragraph begins, perhaps inside another one (a text box).
    pub(super) fn begin(&mut self) {
        self.open.push(Open::default());
    }

    /// The paragraph that is open is a heading.
    pub(super) fn heading(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.heading = true;
        }
    }

    /// Words of the paragraph that is open; text outside of one is none of the article's.
    pub(super) fn text(&mut self, text: &str) {
        if let Some(open) = self.open.last_mut() {
            open.text.push_str(text);
        }
    }

    /// The innermost paragraph ends.
    pub(super) fn end(&mut self) {
        let Some(closed) = self.open.pop() else { return };
        let text = closed.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut paragraphs = Vec::new();
        if !text.is_empty() {
            paragraphs.push(Done { text, heading: closed.heading });
        }
        paragraphs.extend(closed.boxes);
        if let Some(outer) = self.open.last_mut() {
            outer.boxes.extend(paragraphs);
        } else if let Some(cell) = self.rows.last_mut().and_then(|cells| cells.last_mut()) {
            cell.extend(paragraphs);
        } else {
            self.done.extend(paragraphs);
        }
    }

    /// A row of a table begins.
    pub(super) fn begin_row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// A cell of the row begins.
    pub(super) fn begin_cell(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.push(Vec::new());
        }
    }

    /// The row ends.
    pub(super) fn end_row(&mut self) {
        let Some(mut cells) = self.rows.pop() else { return };
        cells.retain(|cell| !cell.is_empty());
        let running = |cell: &Vec<Done>| cell.len() > 1 || cell.iter().any(|done| done.text.chars().count() > RUNNING);
        let paragraphs: Vec<Done> = if cells.len() < 2 || cells.iter().any(running) {
            cells.into_iter().flatten().collect()
        } else {
            let texts: Vec<String> = cells.into_iter().flatten().map(|done| done.text).collect();
            vec![Done { text: texts.join(" | "), heading: false }]
        };
        match self.rows.last_mut().and_then(|cells| cells.last_mut()) {
            Some(cell) => cell.extend(paragraphs),
            None => self.done.extend(paragraphs),
        }
    }

    /// The paragraphs, and whether the first one is a heading.
    pub(super) fn finish(mut self) -> (Vec<String>, bool) {
        while !self.open.is_empty() {
            self.end();
        }
        while !self.rows.is_empty() {
            self.end_row();
        }
        let heading = self.done.first().is_some_and(|first| first.heading) && self.done.len() > 1;
        (self.done.into_iter().map(|done| done.text).collect(), heading)
    }
}
