//! The systems Lamina is built on, and what each calls the packages it needs. Nothing here runs a program.

/// A family of systems that share a package manager.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    Debian,
    Fedora,
    Arch,
    MacOs,
    Windows,
    Unknown,
}

/// What the packages are for; each includes the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Compile the app and open its window.
    Build,
    /// Take a tour of the window where there is no display.
    VirtualDisplay,
    /// Judge the letters as well.
    Tests,
}

impl System {
    /// The Linux family, from the text of `/etc/os-release`.
    pub fn from_os_release(text: &str) -> Self {
        let names = text
            .lines()
            .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
            .flat_map(|value| value.trim_matches('"').split_whitespace());
        for name in names {
            match name {
                "debian" | "ubuntu" => return Self::Debian,
                "fedora" | "rhel" => return Self::Fedora,
                "arch" => return Self::Arch,
                _ => {}
            }
        }
        Self::Unknown
    }

    /// The packages for a purpose, by this system's names. A name that starts with `/` is a file that the
    /// package manager resolves to its package.
    pub fn packages(self, purpose: Purpose) -> Vec<&'static str> {
        let (build, display, tests): (&[&str], &[&str], &[&str]) = match self {
            Self::Debian => (
                &[
                    "build-essential",
                    "libgtk-3-dev",
                    "librsvg2-dev",
                    "libssl-dev",
                    "libwebkit2gtk-4.1-dev",
                    "perl",
                    "pkg-config",
                ],
                &["webkit2gtk-driver", "xvfb"],
                &["poppler-utils", "qpdf", "strace"],
            ),
            Self::Fedora => (
                &[
                    "gcc",
                    "gcc-c++",
                    "gtk3-devel",
                    "librsvg2-devel",
                    "make",
                    "openssl-devel",
                    "perl",
                    "pkgconf-pkg-config",
                    "webkit2gtk4.1-devel",
                ],
                &["/usr/bin/WebKitWebDriver", "/usr/bin/Xvfb"],
                &["poppler-utils", "qpdf", "strace"],
            ),
            Self::Arch => (
                &[
                    "base-devel",
                    "gtk3",
                    "librsvg",
                    "openssl",
                    "perl",
                    "webkit2gtk-4.1",
                ],
                &["xorg-server-xvfb"],
                &["poppler", "qpdf", "strace"],
            ),
            Self::MacOs => (&[], &[], &["poppler", "qpdf"]),
            Self::Windows | Self::Unknown => (&[], &[], &[]),
        };
        let mut names = build.to_vec();
        if purpose >= Purpose::VirtualDisplay {
            names.extend(display);
        }
        if purpose >= Purpose::Tests {
            names.extend(tests);
        }
        names
    }

    /// The words that install these packages, without `sudo`; none where there is no package manager to ask.
    pub fn install_words(self, packages: &[&str]) -> Option<Vec<String>> {
        let words: &[&str] = match self {
            Self::Debian => &["apt-get", "install", "-y", "--no-install-recommends"],
            Self::Fedora => &["dnf", "install", "-y"],
            Self::Arch => &["pacman", "-S", "--needed", "--noconfirm"],
            Self::MacOs => &["brew", "install"],
            Self::Windows | Self::Unknown => return None,
        };
        Some(
            words
                .iter()
                .chain(packages)
                .map(|word| (*word).to_owned())
                .collect(),
        )
    }

    /// Whether installing needs the rights of the administrator.
    pub fn needs_root(self) -> bool {
        matches!(self, Self::Debian | Self::Fedora | Self::Arch)
    }

    /// What a person has to install by hand, where this program can't.
    pub fn advice(self) -> Option<&'static str> {
        match self {
            Self::MacOs => Some("Apple's command line tools: xcode-select --install"),
            Self::Windows => Some(
                "Visual Studio Build Tools with \"Desktop development with C++\" (winget install \
                 Microsoft.VisualStudio.2022.BuildTools), Strawberry Perl (winget install \
                 StrawberryPerl.StrawberryPerl) and, before Windows 11, the WebView2 runtime (winget install \
                 Microsoft.EdgeWebView2Runtime)",
            ),
            Self::Unknown => Some(
                "a C compiler, make, perl, pkg-config, and the development files of OpenSSL, GTK 3, librsvg 2 and \
                 WebKitGTK 4.1; for the tests also Xvfb, WebKitWebDriver, poppler's tools, qpdf and strace",
            ),
            Self::Debian | Self::Fedora | Self::Arch => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_are_told_from_os_release() {
        for (text, system) in [
            ("NAME=\"Debian GNU/Linux\"\nID=debian\n", System::Debian),
            ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", System::Debian),
            ("ID=fedora\n", System::Fedora),
            ("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", System::Fedora),
            ("ID=manjaro\nID_LIKE=arch\n", System::Arch),
            ("ID=nixos\n", System::Unknown),
            (
                "VERSION_ID=\"12\"\nHOME_URL=\"https://debian.org\"\n",
                System::Unknown,
            ),
        ] {
            assert_eq!(System::from_os_release(text), system, "{text}");
        }
    }

    #[test]
    fn tests_need_all_that_building_needs() {
        for system in [System::Debian, System::Fedora, System::Arch] {
            let build = system.packages(Purpose::Build);
            let tests = system.packages(Purpose::Tests);
            assert!(build.iter().all(|name| tests.contains(name)) && tests.len() > build.len());
        }
        assert!(!System::Debian.packages(Purpose::Build).contains(&"xvfb"));
        let tour = System::Debian.packages(Purpose::VirtualDisplay);
        assert!(tour.contains(&"xvfb") && tour.contains(&"webkit2gtk-driver"));
    }

    #[test]
    fn every_system_either_installs_or_says_what_to_install() {
        for system in [
            System::Debian,
            System::Fedora,
            System::Arch,
            System::MacOs,
            System::Windows,
            System::Unknown,
        ] {
            assert!(
                system.install_words(&["x"]).is_some() || system.advice().is_some(),
                "{system:?}"
            );
        }
    }
}
