//! What was taken of a file beside its whole text, and the article as a person corrected it.
use super::{Extract, LeftOut};
use crate::model::{Corrections, Passage};

impl Extract {
    /// Every paragraph of the file in its order, with whether it is compared under these corrections.
    pub fn passages(&self, corrections: &Corrections) -> Vec<Passage> {
        let mut left_out = self.left_out.iter().peekable();
        let mut passages = Vec::new();
        for at in 0..=self.paragraphs.len() {
            while let Some(left) = left_out.next_if(|left| left.before <= at || at == self.paragraphs.len()) {
                let taken = corrections.taken_back.contains(&left.text);
                passages.push(Passage { text: left.text.clone(), headline: false, found: false, taken });
            }
            let Some(text) = self.paragraphs.get(at) else { break };
            let headline = self.headline && at == 0;
            let taken = !corrections.dropped.contains(text);
            passages.push(Passage { text: text.clone(), headline, found: true, taken });
        }
        passages
    }

    /// The article as a person corrected it.
    pub fn corrected(&self, corrections: &Corrections) -> Extract {
        let mut extract = self.clone();
        (extract.paragraphs, extract.left_out, extract.headline) = (Vec::new(), Vec::new(), false);
        for passage in self.passages(corrections) {
            if passage.taken {
                // A paragraph that is taken back before the headline does not take its place.
                let place = if passage.headline { 0 } else { extract.paragraphs.len() };
                extract.headline |= passage.headline;
                extract.paragraphs.insert(place, passage.text);
            } else {
                extract.left_out.push(LeftOut { before: extract.paragraphs.len(), text: passage.text });
            }
        }
        extract.name(corrections.title.as_deref());
        let fields = [
            (&mut extract.byline, &corrections.byline),
            (&mut extract.outlet, &corrections.outlet),
            (&mut extract.published, &corrections.published),
            (&mut extract.updated, &corrections.updated),
            (&mut extract.section, &corrections.section),
            (&mut extract.agency, &corrections.agency),
        ];
        for (field, correction) in fields {
            if let Some(correction) = correction {
                *field = Some(correction.trim().to_owned()).filter(|text| !text.is_empty());
            }
        }
        extract
    }

    /// Gives the article another headline, which is compared too; an empty one takes it away.
    fn name(&mut self, title: Option<&str>) {
        let Some(title) = title.map(super::one_line) else { return };
        if self.headline {
            self.paragraphs.remove(0);
        }
        self.headline = !title.is_empty();
        if self.headline {
            self.paragraphs.insert(0, title.clone());
        }
        self.title = Some(title).filter(|title| !title.is_empty());
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn extract() -> Extract {
        let left = |before: usize, text: &str| LeftOut { before, text: text.to_owned() };
        Extract {
            title: Some("Flood".to_owned()),
            headline: true,
            paragraphs: ["Flood", "The river rose.", "Subscribe now."].map(str::to_owned).to_vec(),
            left_out: vec![left(0, "Menu"), left(2, "Nobody was hurt."), left(3, "Imprint")],
            ..Extract::default()
        }
    }

    fn texts(extract: &Extract) -> String {
        extract.paragraphs.join(" | ")
    }

    #[test]
    fn the_whole_text_stands_in_the_order_of_the_file() {
        let shown: Vec<String> = extract()
            .passages(&Corrections::default())
            .into_iter()
            .map(|p| format!("{} {}", u8::from(p.taken), p.text))
            .collect();
        assert_eq!(
            shown,
            ["0 Menu", "1 Flood", "1 The river rose.", "0 Nobody was hurt.", "1 Subscribe now.", "0 Imprint"]
        );
    }

    #[test]
    fn a_paragraph_is_dropped_and_another_taken_back() {
        let corrections = Corrections {
            dropped: vec!["Subscribe now.".to_owned(), "not there".to_owned()],
            taken_back: vec!["Nobody was hurt.".to_owned(), "Menu".to_owned()],
            ..Corrections::default()
        };
        let corrected = extract().corrected(&corrections);
        assert_eq!(texts(&corrected), "Flood | Menu | The river rose. | Nobody was hurt.");
        assert!(corrected.headline);
        let left: Vec<_> = corrected.left_out.iter().map(|left| (left.before, left.text.as_str())).collect();
        assert_eq!(left, [(4, "Subscribe now."), (4, "Imprint")]);
        assert_eq!(extract().corrected(&Corrections::default()), extract());
    }

    #[test]
    fn a_title_is_corrected_in_the_text_too_and_an_empty_field_is_none() {
        let of = |title: &str| {
            let (title, outlet) = (Some(title.to_owned()), Some(String::new()));
            Extract { outlet: Some("x".to_owned()), ..extract() }.corrected(&Corrections {
                title,
                outlet,
                ..Corrections::default()
            })
        };
        let named = of(" High  water ");
        assert_eq!((named.title.as_deref(), named.outlet.as_deref()), (Some("High water"), None));
        assert_eq!(texts(&named), "High water | The river rose. | Subscribe now.");
        let unnamed = of("");
        assert_eq!((unnamed.title.as_deref(), unnamed.headline), (None, false));
        assert_eq!(texts(&unnamed), "The river rose. | Subscribe now.");
    }

    #[test]
    fn a_dropped_headline_is_no_headline_any_more() {
        let corrections = Corrections { dropped: vec!["Flood".to_owned()], ..Corrections::default() };
        let corrected = extract().corrected(&corrections);
        assert_eq!((corrected.headline, texts(&corrected).as_str()), (false, "The river rose. | Subscribe now."));
    }
}
