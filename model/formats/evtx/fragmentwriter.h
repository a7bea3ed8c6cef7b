// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes one record's binary XML into a chunk: template instances with their values as they are, the definitions that the
// chunk does not hold yet, elements without template, and what values nest, with all places made those of the new chunk. Made
// for one record. Specification: [MS-EVEN6] 2.2.12; sizes and flags as Windows' own files have them.

#include "formats/evtx/chunkimage.h"
#include "formats/evtx/writtenrecord.h"

namespace evident::evtx {

class FragmentWriter {
public:
    /// Both must outlive the writer.
    FragmentWriter(ChunkImage &image, const WrittenRecord &record);
    void write();

private:
    struct OpenElement {
        std::size_t sizeAt;
        std::size_t attributesAt; ///< 0 when it has none
    };

    void piece(const Program &program, const std::shared_ptr<const Template> &definition, Values values);
    void define(const std::shared_ptr<const Template> &definition);
    void values(Values values);
    void nested(const Value &value);
    void tokens(const Program &program, Purpose purpose);
    void openElement(const Program &program, std::uint32_t index, Purpose purpose);
    void closeStart(Op op);
    void endElement(bool wasEmpty);
    void text(QStringView text, bool isAttribute, bool hasMore);
    void countedText(std::uint8_t token, QStringView text);
    void token(Token token, bool more = false);

    ChunkImage &m_image;
    const WrittenRecord &m_record;
    std::vector<OpenElement> m_open;
    int m_depth = 0;
};

} // namespace evident::evtx
