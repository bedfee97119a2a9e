//! The help of every command and argument, from the tree of words. Each message is named after the command and the argument:
//! `cli-help-load-file`, what is said below `cli-help-load-after`, and what several commands have in common
//! `cli-help-any-vault`.

use clap::{Arg, Command};
use lamina_clinic::{say, words::Message};

/// Before the name of every message of the help.
const HELP: &str = "cli-help";

/// The command with the words of its help, and of all below it.
pub fn with_words(command: Command) -> Command {
    of(command, HELP)
}

fn of(command: Command, name: &str) -> Command {
    let mut command = command
        .mut_args(|arg| {
            let words = said(of_argument(&arg, name));
            arg.help(words).long_help(None::<&str>)
        })
        .mut_subcommands(|verb| {
            let name = format!("{name}-{}", verb.get_name());
            of(verb, &name)
        });
    command = command.about(said(Message::found(name))).long_about(None::<&str>);
    command.after_help(said(Message::found(&format!("{name}-after"))))
}

/// The message of an argument: its own, or the one that it has in common with other commands.
fn of_argument(arg: &Arg, name: &str) -> Option<Message> {
    let id = arg.get_id().as_str().replace('_', "-");
    let own = Message::found(&format!("{name}-{id}"));
    own.or_else(|| Message::found(&format!("{HELP}-any-{id}")))
}

/// The words of a message; nothing where there is none.
fn said(message: Option<Message>) -> String {
    message.map(|message| say!(message)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;
    use std::collections::BTreeSet;

    /// The messages of the help as they stand in the tree.
    const WORDS: &str = include_str!("../../../ui/words/en/cli-help.ftl");

    /// The names of the messages that a command and those below it use, and what of it has none.
    fn used(command: &Command, name: &str, found: &mut BTreeSet<String>, bare: &mut Vec<String>) {
        match Message::found(name) {
            Some(message) => drop(found.insert(message.id().to_owned())),
            None => bare.push(name.to_owned()),
        }
        found.extend(Message::found(&format!("{name}-after")).map(|after| after.id().to_owned()));
        for arg in command.get_arguments() {
            match of_argument(arg, name) {
                Some(message) => drop(found.insert(message.id().to_owned())),
                None => bare.push(format!("{name}, {}", arg.get_id())),
            }
        }
        for verb in command.get_subcommands() {
            used(verb, &format!("{name}-{}", verb.get_name()), found, bare);
        }
    }

    #[test]
    fn every_command_and_argument_has_its_words_and_no_words_are_left_over() {
        let (mut found, mut bare) = (BTreeSet::new(), Vec::new());
        used(&crate::Call::command(), HELP, &mut found, &mut bare);
        assert!(bare.is_empty(), "without help: {bare:?}");
        let begins = |line: &&str| line.starts_with(HELP);
        let names = WORDS
            .lines()
            .filter(begins)
            .filter_map(|line| line.split(' ').next());
        let unused: Vec<&str> = names.filter(|name| !found.contains(*name)).collect();
        assert!(unused.is_empty(), "said nowhere: {unused:?}");
        assert!(found.len() > 80, "{found:?}");
    }

    #[test]
    fn the_help_that_is_shown_is_the_one_of_the_tree() {
        let mut command = with_words(crate::Call::command());
        let load = command.find_subcommand_mut("load").unwrap();
        let help = load.render_long_help().to_string();
        for words in [
            say!("cli-help-load"),
            say!("cli-help-load-file"),
            say!("cli-help-any-vault"),
            say!("cli-help-load-after"),
        ] {
            assert!(help.contains(&words), "{words}\n{help}");
        }
    }
}
