//! Script in the page has nowhere to go: no connection is opened, no other page is shown, and the record stays on the screen.

use crate::{open_patient, opened};
use serde_json::json;
use std::{io::ErrorKind, net::TcpListener};

/// Ways out of a page that are done once they answer. Each is tried with the address of a listener on this machine.
const ASK: &str = "
    const [port, done] = arguments;
    const hosts = ['http://127.0.0.1', 'http://localhost', 'http://ipc.localhost', 'http://tauri.localhost'];
    const quiet = (what) => Promise.resolve().then(what).catch(() => null);
    const element = (name, more) => new Promise((resolve) => {
        const one = Object.assign(document.createElement(name), more);
        one.onload = one.onerror = resolve;
        document.head.append(one);
    });
    const tries = hosts.flatMap((host) => {
        const there = `${host}:${port}/?patient=secret`;
        return [
            quiet(() => fetch(there, { mode: 'no-cors' })),
            quiet(() => navigator.sendBeacon(there, 'secret')),
            quiet(() => new WebSocket(there.replace('http', 'ws'))),
            quiet(() => new EventSource(there)),
            quiet(() => window.open(there)),
            element('img', { src: there }),
            element('script', { src: there }),
            element('link', { rel: 'stylesheet', href: there }),
            quiet(() => {
                for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'preload']) {
                    document.head.append(Object.assign(document.createElement('link'), { rel, href: there, as: 'fetch' }));
                }
            }),
        ];
    });
    Promise.all(tries).then(() => done('tried'));";

/// Leads the page itself away.
const LEAVE: &str = "
    const form = Object.assign(document.createElement('form'), { action: arguments[0], method: 'post' });
    document.body.append(form);
    form.submit();
    location.href = arguments[0];
    return true;";

#[test]
fn nothing_that_the_page_tries_leaves_it() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    listener
        .set_nonblocking(true)
        .expect("a listener that does not wait");
    let port = listener.local_addr().expect("its address").port();
    let nobody = || match listener.accept() {
        Ok((_, from)) => panic!("the page reached the listener from {from}"),
        Err(error) => assert_eq!(error.kind(), ErrorKind::WouldBlock),
    };
    let (_folder, window) = opened(&[4]);
    open_patient(&window, "Case 04");
    let home = window.address();
    assert_eq!(window.run_until_done(ASK, vec![json!(port)]), "tried");
    nobody();
    for host in ["127.0.0.1", "tauri.localhost", "ipc.localhost"] {
        let there = json!(format!("http://{host}:{port}/?patient=secret"));
        window.run(LEAVE, vec![there]);
        window.press(lamina_tests::window::Key::F1);
        window.see("dialog", "");
        window.press(lamina_tests::window::Key::Escape);
        assert_eq!(window.address(), home, "{host}");
        nobody();
    }
}
