// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The file of an article or of a translation cut into its YAML head and its four sections, and the rules its Markdown
// keeps. Works on bytes; knows nothing of what the head says.

#include "knowledge/article.h"
#include "knowledge/articlefault.h"

#include <QByteArray>

#include <array>
#include <functional>
#include <optional>

namespace evident {

/// What may stand in the head of a section, by language ("" is English).
[[nodiscard]] const std::array<QString, SectionCount> &sectionHeadings(QStringView language);
/// Languages that articles may be translated to.
[[nodiscard]] QStringList articleLanguages();

struct ArticleText {
    struct Section {
        QString markdown; ///< without its heading, trimmed
        int line = 0; ///< of its first line
    };
    QByteArray head; ///< YAML
    int headLine = 0;
    std::array<Section, SectionCount> sections;
};

/// Nothing when there is no head to read; section faults leave the section empty.
[[nodiscard]] std::optional<ArticleText> cutArticle(const QByteArray &file, QStringView language, FaultList &faults);

using KnownName = std::function<bool(QStringView)>;
/// Faults for raw HTML, images, links to anything but the web, unclosed code, and {names} that nobody declared.
void checkMarkdown(const QString &markdown, int firstLine, const KnownName &known, FaultList &faults);
/// The same for a plain text of the head: names only.
void checkNames(const QString &text, int line, const KnownName &known, FaultList &faults);

} // namespace evident
