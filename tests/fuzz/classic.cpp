// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/classic/descriptionfit.h"
#include "knowledge/classic/descriptiontemplate.h"
#include "knowledge/classic/signature.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray file(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    const auto article = evident::parseClassicArticle(file);
    for (const auto &signature : article ? evident::signaturesOf(*article) : std::vector<evident::EventSignature>()) {
        (void)evident::templateOf(signature.text, evident::variablePartsOf(signature.text));
        evident::Event event;
        event.renderedMessage = signature.text;
        (void)evident::EventWords(event).fitOf(signature.text);
    }
    return 0;
}
