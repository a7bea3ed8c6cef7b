// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/articleparser.h"
#include "knowledge/explanation.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray file(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    evident::FaultList faults(QStringLiteral("fuzz"));
    const auto parsed = evident::parseArticle(QStringLiteral("fuzz"), file, faults);
    if (parsed.has_value() != faults.isEmpty())
        std::abort();
    evident::Shelf shelf;
    shelf.add(std::make_shared<evident::Article>(parsed ? parsed->article : evident::Article()));
    const evident::Matcher matcher(shelf);
    for (std::size_t i = 0; parsed && i < parsed->examples.size(); ++i)
        (void)evident::explainBy(matcher, evident::ArticleNumber{0}, parsed->examples[i].event);
    (void)evident::parseTranslation(shelf.article(evident::ArticleNumber{0}), u"de", file, faults);
    return 0;
}
