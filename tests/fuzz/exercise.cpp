// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/exercise.h"

#include "sources/filesource.h"

#include <cstdlib>
#include <vector>

namespace evident::fuzz {

namespace {

class Places final : public RowSink {
public:
    void row(const EventRow &row, const EventContent &content) override
    {
        (void)content.values();
        places.push_back(row.place);
    }
    std::vector<std::uint64_t> places;
};

void demand(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

} // namespace

void exercise(const std::uint8_t *bytes, std::size_t size, const OpenLog &open)
{
    Names names;
    const QByteArray copy(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    const auto log = open(std::make_shared<MemorySource>(QStringLiteral("fuzz"), copy), names);
    if (!log)
        return;
    for (std::size_t part = 0; part < (*log)->partCount(); ++part) {
        Places sink;
        OutBuffer out;
        const PartReport read = (*log)->readPart(part, sink);
        demand(sink.places.size() == read.records + read.recovered);
        for (const auto form : {DumpForm::Xml, DumpForm::JsonLines}) {
            const PartReport dumped = (*log)->dumpPart(part, form, out);
            demand(
                dumped.records == read.records && dumped.recovered == read.recovered && dumped.damages == read.damages);
        }
        for (const std::uint64_t place : sink.places)
            demand((*log)->event(place).has_value() && (*log)->eventAs(place, DumpForm::Xml).has_value());
    }
}

} // namespace evident::fuzz
