// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an article wants to know before it concludes: one question to a computer, its registry hive or the open logs, or
// several joined. A plain value: with {names} in an Article, filled in with an event's values in an Explanation.

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace evident {

struct CheckQuestion {
    enum class Kind : std::uint8_t {
        Service, ///< is the service @c service installed?
        RegistryValue, ///< has @c key the value @c name, and is it one of @c wanted?
        EventsNear, ///< did @c source write one of @c ids about @c service within @c minutes of the event?
        FilePresent, ///< is there a file @c path?
        AllOf, ///< are all @c parts answered with yes?
        AnyOf, ///< is one of @c parts?
    };
    Kind kind = Kind::Service;
    QString service{}; ///< service key name, usually "{service}"; filled in and not given: empty
    QString key{}; ///< below HKEY_LOCAL_MACHINE: "SYSTEM\CurrentControlSet\Services\{service}"
    QString name{};
    QStringList wanted{}; ///< numbers or texts, without regard to case; empty: any value will do
    QString source{}; ///< provider
    std::vector<std::uint16_t> ids{};
    std::uint16_t minutes = 0; ///< before and after
    QString path{}; ///< on the computer: "C:\Windows\System32\a.dll", "%SystemRoot%\System32\a.dll"
    std::vector<CheckQuestion> parts{};

    /// How deep questions may be joined.
    static constexpr int MostJoins = 2;

    [[nodiscard]] bool isJoin() const { return kind == Kind::AllOf || kind == Kind::AnyOf; }
    /// False when the event did not hold what the question is about.
    [[nodiscard]] bool isComplete() const;
    /// What it is about, for people: "MSExchangeIMC", "SYSTEM\…\Spooler\Start"; of joined questions each once.
    [[nodiscard]] QStringList subjects() const;
    /// Whether both ask the same, without regard to case.
    [[nodiscard]] bool asksTheSame(const CheckQuestion &other) const;
};

[[nodiscard]] CheckQuestion serviceQuestion(const QString &service);
/// The questions that somebody can be asked: @p question itself, or the parts it joins, each once.
[[nodiscard]] std::vector<CheckQuestion> singleQuestions(const CheckQuestion &question);

} // namespace evident
