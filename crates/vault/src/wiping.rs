//! An allocator that wipes what it takes back, so that names, passphrases and keys do not stay in memory that nobody uses any
//! more. A program that holds keys sets it as its own.
//!
//! What must hold: memory is overwritten before anybody else can get it, also where something grows and moves.
#![allow(
    unsafe_code,
    reason = "an allocator is an unsafe trait; here it only hands on to another one"
)]

use std::{
    alloc::{GlobalAlloc, Layout, System},
    hint::black_box,
    ptr,
    sync::atomic::{Ordering, compiler_fence},
};

/// Hands on to another allocator, and wipes what comes back.
#[derive(Debug)]
pub struct Wiping<A = System>(A);

impl Wiping {
    /// One that hands on to the system's.
    pub const fn new() -> Self {
        Self(System)
    }
}

impl Default for Wiping {
    fn default() -> Self {
        Self::new()
    }
}

// SAFETY: every call goes to the inner allocator with the pointer and the layout that came from it. What the trait gives for
// `realloc` asks for new memory, copies and gives the old back through `dealloc` below, so that moved memory is wiped as well.
unsafe impl<A: GlobalAlloc> GlobalAlloc for Wiping<A> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { self.0.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as above.
        unsafe { self.0.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: the caller gives back memory of this layout, which nobody uses any more and which is there to be written.
        unsafe { ptr::write_bytes(memory, 0, layout.size()) };
        // Or the compiler would leave out writing what nobody reads.
        black_box(memory);
        compiler_fence(Ordering::SeqCst);
        // SAFETY: as above.
        unsafe { self.0.dealloc(memory, layout) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicUsize;

    /// Counts what comes back, and what of it was not wiped.
    #[derive(Default)]
    struct Spy {
        returned: AtomicUsize,
        unwiped: AtomicUsize,
    }

    // SAFETY: hands on to the system's allocator and only reads what it was given back before that.
    unsafe impl GlobalAlloc for &Spy {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            // SAFETY: the caller keeps the contract of `alloc`.
            unsafe { System.alloc(layout) }
        }

        unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
            // SAFETY: the memory is of this layout, and was written all over.
            let bytes = unsafe { std::slice::from_raw_parts(memory, layout.size()) };
            let left = bytes.iter().filter(|byte| **byte != 0).count();
            self.returned.fetch_add(layout.size(), Ordering::SeqCst);
            self.unwiped.fetch_add(left, Ordering::SeqCst);
            // SAFETY: as above.
            unsafe { System.dealloc(memory, layout) }
        }
    }

    #[test]
    fn what_is_given_back_and_what_moves_is_wiped_first() {
        let spy = Spy::default();
        let wiping = Wiping(&spy);
        let layout = Layout::from_size_align(1_000, 8).unwrap();
        // SAFETY: the layout has a size, each pointer is used within its size and given back once with its layout.
        let grown = unsafe {
            let memory = wiping.alloc(layout);
            ptr::write_bytes(memory, b'n', 1_000);
            let grown = wiping.realloc(memory, layout, 5_000);
            assert_eq!(std::slice::from_raw_parts(grown, 1_000), [b'n'; 1_000]);
            ptr::write_bytes(grown, b'p', 5_000);
            grown
        };
        assert_eq!(
            spy.returned.load(Ordering::SeqCst),
            1_000,
            "the old place of what grew"
        );
        // SAFETY: as above.
        unsafe { wiping.dealloc(grown, Layout::from_size_align(5_000, 8).unwrap()) };
        assert_eq!(spy.returned.load(Ordering::SeqCst), 6_000);
        assert_eq!(spy.unwiped.load(Ordering::SeqCst), 0);
    }
}
