//! Transactions on their way. What a page that is being left writes last waits behind them, and they wait for a
//! page that hears nothing any more: so they are ended first.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::IdbTransaction;

use super::Explicit;

thread_local! {
    static FLIGHTS: RefCell<Vec<Flight>> = const { RefCell::new(Vec::new()) };
    /// Whether the page is being left, or sleeps.
    static IS_AWAY: Cell<bool> = const { Cell::new(false) };
    /// What is to be done when it comes back.
    static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// How far a transaction is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// It waits to be told what is there.
    Asking,
    /// All that it writes is on the way.
    Decided,
    /// It was ended for a page that is being left.
    Ended,
}

/// A transaction on its way.
#[derive(Clone)]
pub(super) struct Flight {
    transaction: IdbTransaction,
    stage: Rc<Cell<Stage>>,
}

impl Flight {
    /// Notes that a transaction is on its way.
    pub(super) fn begin(transaction: &IdbTransaction) -> Self {
        let flight = Self {
            transaction: transaction.clone(),
            stage: Rc::new(Cell::new(Stage::Asking)),
        };
        FLIGHTS.with_borrow_mut(|flights| flights.push(flight.clone()));
        flight
    }

    /// Notes that it asks nothing more.
    pub(super) fn decide(&self) {
        self.stage.set(Stage::Decided);
    }

    /// Notes that it has ended; says whether it was ended for a page that is being left.
    pub(super) fn land(&self) -> bool {
        let is_this = |other: &Self| Rc::ptr_eq(&other.stage, &self.stage);
        FLIGHTS.with_borrow_mut(|flights| flights.retain(|other| !is_this(other)));
        self.stage.get() == Stage::Ended
    }
}

/// Ends all that is on its way: what is decided is written, and what waits for an answer is given up.
pub(super) fn end_all() {
    IS_AWAY.set(true);
    for Flight { transaction, stage } in FLIGHTS.with_borrow(Clone::clone) {
        if stage.get() == Stage::Decided {
            let transaction: &Explicit = transaction.unchecked_ref();
            // It fails where that has just ended.
            let _ = transaction.commit();
        } else if transaction.abort().is_ok() {
            stage.set(Stage::Ended);
        }
    }
}

/// Does something when the page has come back; at once if it is there.
pub(super) fn when_back(then: Box<dyn FnOnce()>) {
    if IS_AWAY.get() {
        WAITING.with_borrow_mut(|waiting| waiting.push(then));
    } else {
        then();
    }
}

/// The page is there again.
pub(super) fn come_back() {
    IS_AWAY.set(false);
    for then in WAITING.take() {
        then();
    }
}
