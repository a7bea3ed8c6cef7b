// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/articlepack.h"
#include "knowledge/explanation.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray pack(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    const auto articles = evident::unpackArticles(pack, QStringLiteral("de"));
    if (!articles)
        return 0;
    evident::Shelf shelf;
    for (const auto &article : *articles)
        shelf.add(article);
    (void)evident::explain(evident::Matcher(shelf), evident::Event());
    return 0;
}
