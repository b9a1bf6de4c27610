//! The built files a page links to, as `studio.html` names them.

/// What the build has told the studio's page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Files {
    /// The name of the widget's style sheet.
    pub style: String,
    /// Its hash, as W3C Subresource Integrity writes it.
    pub style_integrity: String,
}

/// A built file.
pub struct BuiltFile {
    /// Its name.
    pub name: String,
    /// Its hash.
    pub integrity: String,
}

/// The built files a page links to. The loader knows the others.
pub struct Manifest {
    /// The script of the page.
    pub loader: BuiltFile,
    /// The style sheet of the shadow root.
    pub style: BuiltFile,
}
