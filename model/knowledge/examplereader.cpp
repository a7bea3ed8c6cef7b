// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/examplereader.h"

#include "knowledge/rulereader.h"

#include <QCoreApplication>

#include <array>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

void readNamedValues(Event &event, const HeadNode &node, FaultList &faults)
{
    const auto *values = node.child(u"values");
    if (!values)
        return;
    if (values->kind != HeadNode::Kind::Map || values->entries.empty()) {
        faults.add(values->line,
            QCoreApplication::translate(
                "Article", "“values” of an example must hold lines such as “param1: Spooler”."));
        return;
    }
    for (const auto &[key, value] : values->entries) {
        if (value.kind == HeadNode::Kind::Text)
            event.content.values.push_back({key.name, value.text});
        else
            faults.add(value.line, QCoreApplication::translate("Article", "“%1” must be one text.").arg(key.name));
    }
}

void readStrings(Event &event, const HeadNode &node, FaultList &faults)
{
    const auto *strings = node.child(u"strings");
    if (!strings)
        return;
    if (strings->kind != HeadNode::Kind::List) {
        faults.add(strings->line, QCoreApplication::translate("Article", "“strings” must be a list of texts."));
        return;
    }
    for (const auto &item : strings->items) {
        if (item.kind == HeadNode::Kind::Text)
            event.content.values.push_back({{}, item.text});
        else
            faults.add(item.line, QCoreApplication::translate("Article", "“strings” must be a list of texts."));
    }
}

void readData(Event &event, const HeadNode &node, FaultList &faults)
{
    QString hex = textOf(node, "data"_L1, Need::Optional, faults);
    hex.remove(u' ');
    event.content.data = QByteArray::fromHex(hex.toLatin1());
    if (event.content.data.size() * 2 != hex.size())
        faults.add(node.child(u"data")->line,
            QCoreApplication::translate("Article", "“data” must be bytes in hexadecimal, such as 7E 00 00 00."));
}

Event readEvent(const HeadNode &node, FaultList &faults)
{
    static constexpr std::array Keys{"provider"_L1, "source"_L1, "id"_L1, "strings"_L1, "values"_L1, "data"_L1,
        "level"_L1, "channel"_L1, "computer"_L1, "message"_L1};
    checkKeys(node, Keys, faults);
    Event event;
    event.provider = textOf(node, "provider"_L1, Need::Required, faults);
    event.sourceName = textOf(node, "source"_L1, Need::Optional, faults);
    event.channel = textOf(node, "channel"_L1, Need::Optional, faults);
    event.computer = textOf(node, "computer"_L1, Need::Optional, faults);
    event.renderedMessage = textOf(node, "message"_L1, Need::Optional, faults);
    const auto id = eventIdFrom(textOf(node, "id"_L1, Need::Required, faults));
    if (!id && node.child(u"id"))
        faults.add(node.child(u"id")->line,
            QCoreApplication::translate("Article", "An event id is a number from 0 to 65535."));
    event.id = id.value_or(0);
    if (node.child(u"level")) {
        const auto level = levelFromWord(textOf(node, "level"_L1, Need::Required, faults));
        if (!level)
            faults.add(node.child(u"level")->line,
                QCoreApplication::translate("Article", "This is no level, such as error or warning."));
        event.level = level.value_or(Level::LogAlways);
    }
    readStrings(event, node, faults);
    readNamedValues(event, node, faults);
    readData(event, node, faults);
    return event;
}

} // namespace

std::vector<ArticleExample> readExamples(const HeadNode &head, FaultList &faults)
{
    std::vector<ArticleExample> examples;
    const auto *node = head.child(u"examples");
    if (!node || node->kind != HeadNode::Kind::Map) {
        faults.add(node ? node->line : head.line,
            QCoreApplication::translate("Article", "“examples” must hold events under “match” and under “not-match”."));
        return examples;
    }
    static constexpr std::array Keys{"match"_L1, "not-match"_L1};
    checkKeys(*node, Keys, faults);
    for (const auto *event : mapsOf(*node, Keys[0], Need::Required, faults))
        examples.push_back({readEvent(*event, faults), Expected::Match, event->line});
    for (const auto *event : mapsOf(*node, Keys[1], Need::Required, faults))
        examples.push_back({readEvent(*event, faults), Expected::NoMatch, event->line});
    return examples;
}

} // namespace evident
