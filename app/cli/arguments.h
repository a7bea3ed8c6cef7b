// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What was typed, read by a command's own table of options. Every option of evident-cli is declared in such a table, so
// --help can not forget one.

#include <QHash>
#include <QStringList>
#include <QTimeZone>

#include <expected>
#include <optional>
#include <vector>

namespace evident {

struct Option {
    QString name; ///< without dashes; a single letter is written with one dash
    QString value; ///< what stands for its value in the help, empty for a switch
    QString help;
};

/// How a command is called.
struct Grammar {
    QString command; ///< "info", "articles lint"
    QString operands; ///< "PATH…", as the help shows it
    QString summary; ///< one sentence
    std::vector<Option> options; ///< its own; those that every command has are added
};

/// Options that every command takes: -o, -q, --color, --tz, --lang, --help.
[[nodiscard]] std::vector<Option> sharedOptions();
/// The text of --help, with the shared options.
[[nodiscard]] QString helpText(const Grammar &grammar);

class Arguments {
public:
    /// Reads @p words, those behind the command's name. The error is a sentence that says what is wrong with them.
    [[nodiscard]] static std::expected<Arguments, QString> parse(const Grammar &grammar, const QStringList &words);

    [[nodiscard]] const QStringList &operands() const { return m_operands; }
    [[nodiscard]] bool has(const QString &option) const { return m_values.contains(option); }
    /// The last value given; @p otherwise when there is none.
    [[nodiscard]] QString value(const QString &option, const QString &otherwise = {}) const;
    /// All values in the order given.
    [[nodiscard]] QStringList values(const QString &option) const { return m_values.value(option); }

private:
    QStringList m_operands;
    QHash<QString, QStringList> m_values;
};

/// "local", "utc" or "±hh:mm".
[[nodiscard]] std::optional<QTimeZone> timeZoneFrom(const QString &text);

} // namespace evident
