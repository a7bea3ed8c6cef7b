// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A text that is looked for, without regard to case, where texts lie in a log: nothing is decoded to be looked at. Finds
// what QString::contains() finds with Qt::CaseInsensitive, which folds each character by itself. Immutable once made;
// shared by all threads of a search.

#include "bytes/bytes.h"

#include <QStringMatcher>

#include <array>

namespace evident {

class TextNeedle {
public:
    /// @p text must not be empty.
    explicit TextNeedle(const QString &text);

    [[nodiscard]] const QString &text() const { return m_text; }
    /// Tells it from every other needle of this process; not 0.
    [[nodiscard]] std::uint64_t serial() const { return m_serial; }
    [[nodiscard]] bool isIn(QStringView text) const
    {
        return m_isPaired ? text.contains(m_text, Qt::CaseInsensitive) : m_matcher.indexIn(text) >= 0;
    }
    /// In UTF-16LE that may lie at any address; an odd last byte is left out.
    [[nodiscard]] bool isIn(Bytes utf16) const;
    /// False: no UTF-16LE text that lies anywhere in @p bytes, at even places or at odd ones, holds it. True: one might.
    [[nodiscard]] bool mayLieIn(Bytes bytes) const;
    /// Whether a text of nothing but @p characters, given as they are when folded, could hold it.
    [[nodiscard]] bool isMadeOf(QStringView characters) const;

private:
    static constexpr int MostLows = 4;
    /// A place in the needle that is looked at first, sixteen bytes of a log at once.
    struct Probe {
        std::size_t at = 0; ///< in bytes
        std::array<std::uint8_t, MostLows> lows{}; ///< low bytes of all units that fold to the one there
        int count = 0; ///< of them; the others repeat the first
    };

    void makeProbes();
    [[nodiscard]] bool isFoldedAt(const std::uint8_t *bytes) const;
    template<int Lows>
    [[nodiscard]] bool scan(Bytes bytes, std::size_t places) const;

    QString m_text;
    QString m_folded; ///< unit by unit
    QStringMatcher m_matcher;
    std::uint64_t m_serial;
    bool m_isPaired; ///< holds surrogates, in whose halves a QStringMatcher sees less
    bool m_hasProbes = false; ///< false: nothing in it is told by one unit
    Probe m_first;
    Probe m_second;
};

} // namespace evident
