// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/contentlines.h"

#include "formats/evtx/valuetext.h"

#include <cstring>

namespace evident::evtx {

namespace {

void appendUtf16(Bytes utf16, QString &text)
{
    const qsizetype before = text.size();
    const auto units = static_cast<qsizetype>(utf16.size() / 2);
    text.resize(before + units);
    std::memcpy(text.data() + before, utf16.data(), 2 * static_cast<std::size_t>(units));
}

void writeLine(const QString &name, const Value &value, ValueLines &to)
{
    const bool isLying = value.type == ValueType::String || value.type == ValueType::EvtXml;
    const Bytes lying = isLying ? stringBytes(value) : Bytes();
    const QString written = isLying ? QString() : valueText(value);
    if (lying.empty() && written.isEmpty())
        return;
    QString &text = to.text;
    if (!text.isEmpty())
        text += u'\n';
    const qsizetype begin = text.size();
    if (!name.isEmpty()) {
        text += name;
        text += QStringView(u": ");
    }
    if (isLying)
        appendUtf16(lying, text);
    else
        text += written;
    to.lines.push_back({.begin = begin, .nameSize = name.size(), .end = text.size()});
}

} // namespace

bool ContentLines::write(const Template &definition, Bytes valueBytes, ValueLines &to)
{
    if (definition.serial == 0 || !definition.content.isKnown() || !m_strings.list(valueBytes))
        return false;
    to.text.resize(0);
    to.lines.clear();
    const auto &leaves = definition.content.leaves();
    return m_strings.visit(definition.content, [&](std::size_t leaf, const Value &value) {
        writeLine(leaves[leaf].name, value, to);
        return true;
    });
}

} // namespace evident::evtx
