// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/pagination.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>

namespace evident {

static_assert(KeepWithNextProperty == QTextFormat::UserProperty + 2);

namespace {

/// What must not be cut: a line, or lines side by side in a table.
struct Strip {
    double top = 0;
    double bottom = 0;
    bool keepWithNext = false;
};

void addLines(std::vector<Strip> &strips, const QTextBlock &block, const QRectF &place)
{
    const QTextLayout &layout = *block.layout();
    const bool heading = block.blockFormat().boolProperty(KeepWithNextProperty);
    const int count = layout.lineCount();
    for (int i = 0; i < count; ++i) {
        const QRectF line = layout.lineAt(i).rect();
        const bool firstOrLastButOne = count > 1 && (i == 0 || i == count - 2);
        const double top = place.top() + line.top();
        strips.push_back({top, top + line.height(), heading || firstOrLastButOne});
    }
}

/// All lines from top to bottom; those that overlap are one.
std::vector<Strip> stripsOf(const QTextDocument &document)
{
    std::vector<Strip> lines;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        addLines(lines, block, document.documentLayout()->blockBoundingRect(block));
    std::ranges::stable_sort(lines, {}, &Strip::top);
    std::vector<Strip> strips;
    for (const Strip &line : lines) {
        constexpr double Touching = 0.5;
        if (strips.empty() || line.top >= strips.back().bottom - Touching) {
            strips.push_back(line);
        } else {
            strips.back().bottom = std::max(strips.back().bottom, line.bottom);
            strips.back().keepWithNext |= line.keepWithNext;
        }
    }
    return strips;
}

} // namespace

std::vector<PageSpan> paginate(const QTextDocument &document, double height)
{
    const auto strips = stripsOf(document);
    std::vector<PageSpan> pages;
    double top = 0;
    std::size_t first = 0; // the page's first strip
    while (first < strips.size()) {
        std::size_t end = first; // behind its last strip
        while (end < strips.size() && strips[end].bottom <= top + height)
            ++end;
        if (end == first) { // higher than a page
            pages.push_back({top, top + height});
            top += height;
            first += strips[first].bottom <= top ? 1 : 0;
            continue;
        }
        std::size_t last = end;
        while (end < strips.size() && last > first && strips[last - 1].keepWithNext)
            --last;
        if (last > first)
            end = last; // unless everything on the page wants to stay together
        const double bottom =
            end < strips.size() ? std::min(strips[end].top, top + height) : strips[end - 1].bottom + 1;
        pages.push_back({top, bottom});
        top = end < strips.size() ? strips[end].top : bottom;
        first = end;
    }
    if (pages.empty())
        pages.push_back({0, height});
    return pages;
}

} // namespace evident
