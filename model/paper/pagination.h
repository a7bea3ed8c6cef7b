// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Cuts a laid out QTextDocument of endless height into pages: never through a line, never behind a heading, never so
// that a paragraph's first or last line stands alone. A QTextDocument's own pages know none of these rules.

#include <vector>

class QTextDocument;

namespace evident {

/// From where to where one page shows the document, in its coordinates.
struct PageSpan {
    double top = 0;
    double bottom = 0;
};

/// Blocks with this property stay on the page of what follows them.
inline constexpr int KeepWithNextProperty = 0x100000 + 2; // QTextFormat::UserProperty + 2

/// At least one page. A line higher than @p height is cut, since nothing else is possible.
[[nodiscard]] std::vector<PageSpan> paginate(const QTextDocument &document, double height);

} // namespace evident
