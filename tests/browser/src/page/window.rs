//! The size of the page, in CSS pixels, as its own scripts measure it.

use serde_json::json;

use super::{Page, PageError};
use crate::engine::Engine;

/// The width and height of the page's viewport, without the browser's own bars.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Window {
    /// CSS pixels.
    pub width: u32,
    /// CSS pixels.
    pub height: u32,
}

impl Window {
    /// A phone held upright.
    pub const PHONE: Self = Self {
        width: 360,
        height: 740,
    };
    /// A laptop.
    pub const DESKTOP: Self = Self {
        width: 1280,
        height: 900,
    };
}

impl Page {
    /// Gives the viewport exactly this size, and waits until the page sees it.
    ///
    /// # Errors
    /// When the browser can't make its window that small or large.
    pub fn resize(&self, window: Window) -> Result<(), PageError> {
        self.window.set(window);
        let Window { width, height } = window;
        if self.engine == Engine::Chromium {
            // Its windows are at least 500 pixels wide, headless or not.
            let metrics = json!({
                "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
            });
            // Several browsers are open side by side, of which one has the focus. A click into a frame of the
            // others would focus a field, and lose it again to the window.
            let focus = json!({ "enabled": true });
            self.drive(async |driver| {
                let cdp = driver.cdp();
                cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics)
                    .await?;
                cdp.send_raw("Emulation.setFocusEmulationEnabled", focus)
                    .await
            })?;
        }
        let wanted = [width, height];
        self.wait_until(&format!("a window of {width} × {height}"), || {
            let [inner, bars] = self.measure()?;
            if inner == wanted {
                return Ok(true);
            }
            if self.engine != Engine::Chromium {
                let [wide, high] = bars;
                self.drive(async |driver| {
                    driver
                        .set_window_rect(0, 0, width + wide, height + high)
                        .await
                })?;
            }
            Ok(false)
        })
    }

    /// The viewport's size, and how much larger the window around it is.
    fn measure(&self) -> Result<[[u32; 2]; 2], PageError> {
        self.script(
            "return [[innerWidth, innerHeight], \
             [Math.max(0, outerWidth - innerWidth), Math.max(0, outerHeight - innerHeight)]]",
            &[],
        )
    }
}
