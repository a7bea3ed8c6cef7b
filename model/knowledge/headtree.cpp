// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/headtree.h"

#include <QCoreApplication>

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <utility>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxDepth = 10; ///< no head that the format allows is deeper
constexpr std::size_t MaxNodes = 20'000; ///< stops heads that multiply through YAML references

/// Turns yaml-cpp's nodes into ours.
class Converter {
public:
    Converter(int firstLine, FaultList &faults)
        : m_firstLine(firstLine)
        , m_faults(faults)
    {
    }

    HeadNode convert(const YAML::Node &from, int depth)
    {
        HeadNode node;
        node.line = lineOf(from);
        if (depth > MaxDepth || ++m_count > MaxNodes) {
            if (!std::exchange(m_refused, true))
                m_faults.add(node.line,
                    QCoreApplication::translate("Article", "The head is nested too deeply or is too large."));
            return node;
        }
        if (from.IsScalar()) {
            node.kind = HeadNode::Kind::Text;
            node.text = QString::fromStdString(from.Scalar());
        } else if (from.IsSequence()) {
            node.kind = HeadNode::Kind::List;
            for (const auto &item : from)
                node.items.push_back(convert(item, depth + 1));
        } else if (from.IsMap()) {
            node.kind = HeadNode::Kind::Map;
            for (const auto &entry : from)
                addEntry(node, entry.first, entry.second, depth);
        }
        return node;
    }

private:
    [[nodiscard]] int lineOf(const YAML::Node &node) const { return m_firstLine + std::max(node.Mark().line, 0); }

    void addEntry(HeadNode &map, const YAML::Node &key, const YAML::Node &value, int depth)
    {
        if (!key.IsScalar()) {
            m_faults.add(lineOf(key), QCoreApplication::translate("Article", "A key must be one plain word."));
            return;
        }
        HeadNode::Key name{QString::fromStdString(key.Scalar()), lineOf(key)};
        map.entries.push_back({.key = std::move(name), .value = convert(value, depth + 1)});
        if (map.entries.back().value.kind == HeadNode::Kind::Nothing)
            map.entries.back().value.line = map.entries.back().key.line; // yaml-cpp places an empty value behind it
    }

    int m_firstLine;
    FaultList &m_faults;
    std::size_t m_count = 0;
    bool m_refused = false;
};

QString emptySentence(QStringView key)
{
    return QCoreApplication::translate("Article", "“%1” is empty.").arg(key);
}

const HeadNode *wanted(const HeadNode &map, QLatin1StringView key, Need need, FaultList &faults)
{
    const HeadNode *node = map.child(QString(key));
    if (!node && need == Need::Required)
        faults.add(map.line, QCoreApplication::translate("Article", "“%1” is missing.").arg(key));
    return node;
}

bool isFilledText(const HeadNode &node, QStringView key, FaultList &faults)
{
    if (node.kind == HeadNode::Kind::Nothing || (node.kind == HeadNode::Kind::Text && node.text.trimmed().isEmpty())) {
        faults.add(node.line, emptySentence(key));
    } else if (node.kind != HeadNode::Kind::Text) {
        faults.add(node.line, QCoreApplication::translate("Article", "“%1” must be one text.").arg(key));
    } else if (node.text.trimmed().contains(u'\n')) {
        faults.add(node.line, QCoreApplication::translate("Article", "“%1” must stand on one line.").arg(key));
    } else {
        return true;
    }
    return false;
}

} // namespace

const HeadNode *HeadNode::child(QStringView key) const
{
    const auto found = std::ranges::find_if(entries, [&](const auto &entry) { return entry.key.name == key; });
    return found == entries.end() ? nullptr : &found->value;
}

std::optional<HeadNode> readHead(const QByteArray &yaml, int firstLine, FaultList &faults)
{
    try {
        const YAML::Node root = YAML::Load(yaml.toStdString());
        if (!root.IsMap()) {
            faults.add(
                firstLine, QCoreApplication::translate("Article", "The head must be a list of “key: value” lines."));
            return {};
        }
        const auto before = faults.faults().size();
        HeadNode node = Converter(firstLine, faults).convert(root, 0);
        node.line = firstLine - 1; // the line that opens the head
        if (faults.faults().size() != before)
            return {};
        return node;
    } catch (const YAML::Exception &exception) {
        const int line = exception.mark.is_null() ? firstLine : firstLine + exception.mark.line;
        faults.add(line,
            QCoreApplication::translate("Article",
                "The head cannot be read: %1. Texts with “: ”, “#”, “{” or “%” "
                "at their start or inside need quotation marks around them.")
                .arg(QString::fromStdString(exception.msg)));
        return {};
    }
}

void checkKeys(const HeadNode &map, std::span<const QLatin1StringView> known, FaultList &faults)
{
    QStringList seen;
    for (const auto &[key, value] : map.entries) {
        if (seen.contains(key.name)) {
            faults.add(key.line, QCoreApplication::translate("Article", "“%1” stands here twice.").arg(key.name));
        } else if (!std::ranges::any_of(known, [&](QLatin1StringView word) { return word == key.name; })) {
            QStringList words;
            for (const auto word : known)
                words += word;
            faults.add(key.line,
                QCoreApplication::translate("Article", "“%1” is no key that is known here; known are: %2.")
                    .arg(key.name, words.join(", "_L1)));
        }
        seen += key.name;
    }
}

QString textOf(const HeadNode &map, QLatin1StringView key, Need need, FaultList &faults)
{
    const HeadNode *node = wanted(map, key, need, faults);
    return node && isFilledText(*node, QString(key), faults) ? node->text.trimmed() : QString();
}

QStringList textsIn(const HeadNode &node, QStringView key, FaultList &faults)
{
    if (node.kind != HeadNode::Kind::List)
        return isFilledText(node, key, faults) ? QStringList{node.text.trimmed()} : QStringList();
    QStringList texts;
    if (node.items.empty())
        faults.add(node.line, QCoreApplication::translate("Article", "The list “%1” is empty.").arg(key));
    for (const auto &item : node.items) {
        if (isFilledText(item, key, faults))
            texts += item.text.trimmed();
    }
    return texts;
}

QStringList textsOf(const HeadNode &map, QLatin1StringView key, Need need, FaultList &faults)
{
    const HeadNode *node = wanted(map, key, need, faults);
    return node ? textsIn(*node, QString(key), faults) : QStringList();
}

std::vector<const HeadNode *> mapsOf(const HeadNode &map, QLatin1StringView key, Need need, FaultList &faults)
{
    const HeadNode *node = wanted(map, key, need, faults);
    std::vector<const HeadNode *> maps;
    if (!node)
        return maps;
    const auto take = [&](const HeadNode &one) {
        if (one.kind == HeadNode::Kind::Map)
            maps.push_back(&one);
        else
            faults.add(one.line, QCoreApplication::translate("Article", "“%1” must hold “key: value” lines.").arg(key));
    };
    if (node->kind != HeadNode::Kind::List) {
        take(*node);
        return maps;
    }
    if (node->items.empty())
        faults.add(node->line, QCoreApplication::translate("Article", "The list “%1” is empty.").arg(key));
    std::ranges::for_each(node->items, take);
    return maps;
}

} // namespace evident
