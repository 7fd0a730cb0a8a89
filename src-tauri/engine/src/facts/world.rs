//! Countries and known cities by their names in seven languages, so that "Jerman" is Germany and Moscow lies in Russia.
//!
//! The names are those of Unicode CLDR (`scripts/build_places.py`). What is not listed is not known: a village has one
//! spelling in most languages.
use std::collections::HashMap;
use std::sync::LazyLock;

/// A country by its ISO 3166 code, or a city in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    country: &'static str,
    city: Option<&'static str>,
}

static WORLD: LazyLock<HashMap<String, Vec<Place>>> = LazyLock::new(|| {
    let mut world: HashMap<String, Vec<Place>> = HashMap::new();
    for line in include_str!("../../data/places.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((place, names)) = line.split_once(": ") else { continue };
        let (country, city) = place.split_once('/').map_or((place, None), |(country, city)| (country, Some(city)));
        for name in names.split(", ") {
            world.entry(letters([name].into_iter())).or_default().push(Place { country, city });
        }
    }
    world
});

/// Whether two places, by the words of their names, are two; `Some(false)` when they are one or one lies in the other (news
/// says "Moscow" for Russia); `None` when one is not listed. One name may be that of several places ("Congo").
pub fn apart(a: &[String], b: &[String]) -> Option<bool> {
    let of = |words: &[String]| WORLD.get(&letters(words.iter().map(String::as_str)));
    let (a, b) = (of(a)?, of(b)?);
    let two =
        |x: &Place, y: &Place| x.country != y.country || (x.city.is_some() && y.city.is_some() && x.city != y.city);
    Some(a.iter().all(|x| b.iter().all(|y| two(x, y))))
}

fn letters<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.flat_map(str::chars).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_one_by_any_of_their_names() {
        let words = |name: &str| name.split(' ').map(str::to_lowercase).collect::<Vec<String>>();
        let apart = |a: &str, b: &str| apart(&words(a), &words(b));
        assert_eq!(apart("Jerman", "Germany"), Some(false));
        assert_eq!(apart("Amerika Serikat", "U.S."), Some(false));
        assert_eq!(apart("Moscow", "Rusia"), Some(false), "the capital stands for the country");
        assert_eq!(apart("London", "Paris"), Some(true));
        assert_eq!(apart("Makassar", "Jakarta"), Some(true));
        assert_eq!(apart("Pantai Gading", "Côte d’Ivoire"), Some(false));
        assert_eq!(apart("Kongo", "Kinshasa"), Some(false), "two countries have that name");
        assert_eq!(apart("Sukamaju", "Paris"), None);
    }
}
