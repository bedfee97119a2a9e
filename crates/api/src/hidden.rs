//! How what holds a secret shows itself to a log: by its type alone.

/// Gives each of these types a `Debug` that says nothing of what is in it.
macro_rules! hidden {
    ($($secret:ident)+) => {
        $(impl std::fmt::Debug for $secret {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($secret), "([secret])"))
            }
        })+
    };
}

pub(crate) use hidden;
