// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evt/evtdump.h"

#include "bytes/utf16.h"
#include "events/sid.h"
#include "events/timestamp.h"

#include <charconv>

namespace evident::evt {

namespace {

void appendKeywords(OutBuffer &out, std::uint64_t keywords)
{
    constexpr std::size_t Longest = 16;
    out.append("0x");
    char *const at = out.reserve(Longest);
    out.advance(static_cast<std::size_t>(std::to_chars(at, at + Longest, keywords, 16).ptr - at));
}

void appendJsonEventData(OutBuffer &out, const Record &record)
{
    out.append(R"("EventData":{"Data":{"#text":[)");
    for (std::size_t i = 0; i < record.strings.size(); ++i) {
        out.append(i == 0 ? "\"" : ",\"");
        appendJsonText(out, record.strings[i]);
        out.append('"');
    }
    out.append("]}");
    if (!record.data.empty()) {
        out.append(R"(,"Binary":")");
        appendHex(out, record.data);
        out.append('"');
    }
    out.append('}');
}

void appendXmlEventData(OutBuffer &out, const Record &record)
{
    if (record.strings.empty() && record.data.empty()) {
        out.append("<EventData/>");
        return;
    }
    out.append("<EventData>");
    for (const Bytes string : record.strings) {
        out.append("<Data>");
        appendXmlText(out, string);
        out.append("</Data>");
    }
    if (!record.data.empty()) {
        out.append("<Binary>");
        appendHex(out, record.data);
        out.append("</Binary>");
    }
    out.append("</EventData>");
}

} // namespace

void appendJsonLine(OutBuffer &out, const Record &record, QStringView channel)
{
    out.append(R"({"Event":{"#attributes":{"xmlns":"http://schemas.microsoft.com/win/2004/08/events/event"},)");
    out.append(R"("System":{"Provider":{"#attributes":{"Name":")");
    appendJsonText(out, record.source);
    out.append(R"("}},"EventID":{"#attributes":{"Qualifiers":)");
    appendDecimal(out, record.qualifiers);
    out.append(R"(},"#text":)");
    appendDecimal(out, record.id);
    out.append(R"(},"Level":)");
    appendDecimal(out, record.levelNumber());
    out.append(R"(,"Task":)");
    appendDecimal(out, record.category);
    out.append(R"(,"Keywords":")");
    appendKeywords(out, record.keywords());
    out.append(R"(","TimeCreated":{"#attributes":{"SystemTime":")");
    appendIso(out, Timestamp::fromUnix(record.generated));
    out.append(R"("}},"EventRecordID":)");
    appendDecimal(out, record.number);
    out.append(R"(,"Channel":")");
    appendJsonText(out, asUtf16Bytes(channel));
    out.append(R"(","Computer":")");
    appendJsonText(out, record.computer);
    out.append(R"(","Security":)");
    if (record.sid.empty()) {
        out.append("null");
    } else {
        out.append(R"({"#attributes":{"UserID":")");
        appendSid(out, record.sid);
        out.append(R"("}})");
    }
    out.append("},");
    appendJsonEventData(out, record);
    out.append("}}\n");
}

void appendXml(OutBuffer &out, const Record &record, QStringView channel)
{
    out.append("<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='");
    appendXmlText(out, record.source, XmlSpot::Attribute);
    out.append("'/><EventID Qualifiers='");
    appendDecimal(out, record.qualifiers);
    out.append("'>");
    appendDecimal(out, record.id);
    out.append("</EventID><Level>");
    appendDecimal(out, record.levelNumber());
    out.append("</Level><Task>");
    appendDecimal(out, record.category);
    out.append("</Task><Keywords>");
    appendKeywords(out, record.keywords());
    out.append("</Keywords><TimeCreated SystemTime='");
    appendIso(out, Timestamp::fromUnix(record.generated));
    out.append("'/><EventRecordID>");
    appendDecimal(out, record.number);
    out.append("</EventRecordID><Channel>");
    appendXmlText(out, asUtf16Bytes(channel));
    out.append("</Channel><Computer>");
    appendXmlText(out, record.computer);
    out.append("</Computer>");
    if (record.sid.empty()) {
        out.append("<Security/>");
    } else {
        out.append("<Security UserID='");
        appendSid(out, record.sid);
        out.append("'/>");
    }
    out.append("</System>");
    appendXmlEventData(out, record);
    out.append("</Event>\n");
}

} // namespace evident::evt
