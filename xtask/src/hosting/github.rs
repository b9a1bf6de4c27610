//! An example workflow for GitHub Pages, which lets nobody set headers.

/// The text of the workflow.
pub fn workflow() -> String {
    String::from(
        "# Publishes the folder site/ of a repository on GitHub Pages: copy this file to\n\
         # .github/workflows/ and the built files into site/. Pages gives every file ten minutes of\n\
         # cache and lets every origin read it; headers of one's own, such as a content security\n\
         # policy, are not possible there.\n\
         name: Publish\n\
         on:\n  push:\n    branches: [main]\n\
         permissions:\n  contents: read\n  pages: write\n  id-token: write\n\
         concurrency:\n  group: pages\n\
         jobs:\n  publish:\n    runs-on: ubuntu-latest\n\
         \x20   environment:\n      name: github-pages\n      url: ${{ steps.deployment.outputs.page_url }}\n\
         \x20   steps:\n\
         \x20     - uses: actions/checkout@v4\n\
         \x20     - uses: actions/configure-pages@v5\n\
         \x20     - uses: actions/upload-pages-artifact@v3\n        with:\n          path: site\n\
         \x20     - id: deployment\n        uses: actions/deploy-pages@v4\n",
    )
}
