// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One article of the classic Microsoft Knowledge Base as it was handed out in the 1990s: a text file with six lines of
// head (DOCUMENT, TITLE, PRODUCT, PROD/VER, OPER/SYS, KEYWORDS), the products it applies to, sections whose headings
// are underlined, a foot of key words, and the disclaimer. There is no specification; the rules are those that 56,000
// such files keep. A plain value, made from bytes; nothing of these articles is shipped.

#include "error.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace evident {

struct ClassicSection {
    QString heading; ///< "SYMPTOMS"; empty for what stands before the first heading
    int depth = 1; ///< 1: underlined with "=", 2: with "-"
    QString text; ///< lines as they were, without blank lines around them
};

struct ClassicArticle {
    QString number; ///< "Q163727"
    QString date; ///< "23-APR-1999", as printed
    QString group; ///< "exchange", or empty
    QString title;
    QString product;
    QString versions;
    QString keywords;
    QStringList appliesTo;
    std::vector<ClassicSection> sections;
    QString queryWords; ///< words to find it by, of its foot
    QString disclaimer; ///< from "THE INFORMATION PROVIDED…" to the copyright line; empty where it is missing
};

/// Whether bytes that begin so are a classic article.
[[nodiscard]] bool sniffClassicArticle(QByteArrayView head);
/// Errors: BadArticle when it is none; TooLarge above 1 MiB.
[[nodiscard]] Result<ClassicArticle> parseClassicArticle(QByteArrayView file);

/// Windows-1252, in which they are written; a byte that has no meaning there becomes U+FFFD.
[[nodiscard]] QString fromWindows1252(QByteArrayView bytes);

} // namespace evident
