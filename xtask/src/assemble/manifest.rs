//! `dist/manifest.json`: the names and hashes of the built files, for whoever writes pages that
//! link to them.

use serde_json::{Value, json};

use super::asset::{Asset, Assets};

/// The file's name, beside the files it lists.
pub const NAME: &str = "manifest.json";

/// Each file by its role: its name, and its integrity as W3C Subresource Integrity writes it.
pub fn text(loader: &Asset, assets: &Assets) -> String {
    let entry = |asset: &Asset| json!({ "name": asset.name, "integrity": asset.integrity });
    let manifest: Value = json!({
        "version": 1,
        "files": {
            "loader": entry(loader),
            "glue": entry(&assets.glue),
            "wasm": entry(&assets.wasm),
            "planner": entry(&assets.planner),
            "style": entry(&assets.style),
        },
    });
    format!("{manifest:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_listed_with_its_hash() {
        let asset = |name: &str| Asset::new(format!("{name}-{{}}"), name.as_bytes().to_vec());
        let assets = Assets {
            glue: asset("glue"),
            wasm: asset("wasm"),
            planner: asset("planner"),
            style: asset("style"),
        };
        let loader = Asset::new("job-posting.js", b"loader".to_vec());
        let manifest: Value = serde_json::from_str(&text(&loader, &assets)).unwrap();
        assert_eq!(manifest["files"]["loader"]["name"], "job-posting.js");
        for (role, asset) in ["glue", "wasm", "planner", "style"]
            .iter()
            .zip(assets.all())
        {
            assert_eq!(manifest["files"][role]["name"], asset.name, "{role}");
            assert_eq!(manifest["files"][role]["integrity"], asset.integrity);
        }
    }
}
