// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/checkreader.h"

#include "knowledge/fileoncomputer.h"
#include "knowledge/rulereader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Article)
};

using Kind = CheckQuestion::Kind;

struct KindWord {
    QLatin1StringView word;
    Kind kind;
};
/// Each is the key of a question.
constexpr std::array KindWords{
    KindWord{"service"_L1, Kind::Service},
    KindWord{"registry value"_L1, Kind::RegistryValue},
    KindWord{"events near"_L1, Kind::EventsNear},
    KindWord{"file present"_L1, Kind::FilePresent},
    KindWord{"all of"_L1, Kind::AllOf},
    KindWord{"any of"_L1, Kind::AnyOf},
};

/// What the answers yes, no and unknown are called.
struct AnswerWords {
    QLatin1StringView yes;
    QLatin1StringView no;
};
constexpr AnswerWords answerWords(Kind kind)
{
    return kind == Kind::Service ? AnswerWords{"installed"_L1, "not-installed"_L1} : AnswerWords{"yes"_L1, "no"_L1};
}
constexpr auto UnknownWord = "unknown"_L1;

constexpr std::uint16_t MostMinutes = 24 * 60;
constexpr qsizetype LongestKey = 1024;
const QString ServiceManagerSource = u"Service Control Manager"_s;

class CheckReader {
public:
    CheckReader(const KnownName &known, FaultList &faults)
        : m_known(known)
        , m_faults(faults)
    {
    }

    ArticleCheck check(const HeadNode &node)
    {
        ArticleCheck check;
        const KindWord *word = kindOf(node);
        if (!word)
            return check;
        const auto words = answerWords(word->kind);
        checkKeys(node, std::array{word->word, words.yes, words.no, UnknownWord}, m_faults);
        check.question = question(*word, node, 0);
        check.yes = outcome(node, words.yes, word->kind);
        check.no = outcome(node, words.no, word->kind);
        const auto isNothing = [](const OutcomeMeaning &one) { return one.conclusion == ConclusionKind::NotConfirmed; };
        if (word->kind != Kind::Service && node.child(words.yes.toString()) && node.child(words.no.toString())
            && isNothing(check.yes) && isNothing(check.no))
            m_faults.add(node.line, Words::tr("Neither answer confirms anything: such a check is of no use."));
        check.unknown = sentence(node, UnknownWord);
        return check;
    }

    ArticleProse::Check prose(const HeadNode &node, Kind kind)
    {
        const auto words = answerWords(kind);
        checkKeys(node, std::array{words.yes, words.no, UnknownWord}, m_faults);
        return {sentence(node, words.yes), sentence(node, words.no), sentence(node, UnknownWord)};
    }

private:
    /// The one key of @p node that says what is asked.
    const KindWord *kindOf(const HeadNode &node)
    {
        const KindWord *found = nullptr;
        QStringList words;
        for (const KindWord &one : KindWords) {
            words.append(one.word);
            if (!node.child(one.word.toString()))
                continue;
            if (found) {
                m_faults.add(node.line, Words::tr("A check asks one thing; join several with “all of” or “any of”."));
                return nullptr;
            }
            found = &one;
        }
        if (!found)
            m_faults.add(node.line, Words::tr("What is asked is missing: one of %1.").arg(words.join(", "_L1)));
        return found;
    }

    CheckQuestion question(const KindWord &word, const HeadNode &node, int joins)
    {
        CheckQuestion question{.kind = word.kind};
        const HeadNode &asked = *node.child(word.word.toString());
        switch (word.kind) {
        case Kind::Service: question.service = named(node, word.word); break;
        case Kind::RegistryValue: readRegistryValue(asked, question); break;
        case Kind::EventsNear: readEventsNear(asked, question); break;
        case Kind::FilePresent: readPath(node, word.word, question); break;
        case Kind::AllOf:
        case Kind::AnyOf: readParts(word.word, asked, question, joins + 1); break;
        }
        return question;
    }

    bool isMap(const HeadNode &node, QLatin1StringView word)
    {
        if (node.kind != HeadNode::Kind::Map)
            m_faults.add(node.line, Words::tr("“%1” must hold “key: value” lines.").arg(word));
        return node.kind == HeadNode::Kind::Map;
    }

    void readRegistryValue(const HeadNode &node, CheckQuestion &question)
    {
        static constexpr std::array Keys{"key"_L1, "name"_L1, "is"_L1};
        if (!isMap(node, "registry value"_L1))
            return;
        checkKeys(node, Keys, m_faults);
        question.key = named(node, Keys[0]);
        question.name = named(node, Keys[1]);
        question.wanted = textsOf(node, Keys[2], Need::Optional, m_faults);
        const bool isBelow = question.key.startsWith("SYSTEM\\"_L1, Qt::CaseInsensitive)
            || question.key.startsWith("SOFTWARE\\"_L1, Qt::CaseInsensitive);
        if (!question.key.isEmpty()
            && (!isBelow || question.key.endsWith(u'\\') || question.key.contains("\\\\"_L1)
                || question.key.size() > LongestKey))
            m_faults.add(node.line,
                Words::tr("“key” names a key below HKEY_LOCAL_MACHINE and begins with SYSTEM\\ or SOFTWARE\\."));
    }

    void readPath(const HeadNode &node, QLatin1StringView word, CheckQuestion &question)
    {
        question.path = named(node, word);
        const bool isOfEvent = question.path.contains(u'{'); // then only the event tells whether it is one
        if (!question.path.isEmpty() && !isOfEvent && !FileOnComputer::from(question.path))
            m_faults.add(node.line,
                Words::tr("“file present” names a file on the computer: C:\\… or %SystemRoot%\\…, without wildcards."));
    }

    void readEventsNear(const HeadNode &node, CheckQuestion &question)
    {
        static constexpr std::array Keys{"service"_L1, "source"_L1, "id"_L1, "minutes"_L1};
        if (!isMap(node, "events near"_L1))
            return;
        checkKeys(node, Keys, m_faults);
        question.service = named(node, Keys[0]);
        question.source = textOf(node, Keys[1], Need::Optional, m_faults);
        if (question.source.isEmpty())
            question.source = ServiceManagerSource;
        for (const QString &written : textsOf(node, Keys[2], Need::Required, m_faults)) {
            if (const auto id = eventIdFrom(written))
                question.ids.push_back(*id);
            else
                m_faults.add(node.line, Words::tr("“%1” is no event id; ids are 0 to 65535.").arg(written));
        }
        const QString minutes = textOf(node, Keys[3], Need::Required, m_faults);
        bool isNumber = false;
        question.minutes = minutes.toUShort(&isNumber);
        if (!minutes.isEmpty() && (!isNumber || question.minutes == 0 || question.minutes > MostMinutes))
            m_faults.add(node.line, Words::tr("“minutes” is a number from 1 to %1.").arg(MostMinutes));
    }

    void readParts(QLatin1StringView word, const HeadNode &node, CheckQuestion &question, int joins)
    {
        constexpr std::size_t Fewest = 2;
        if (node.kind != HeadNode::Kind::List || node.items.size() < Fewest) {
            m_faults.add(node.line, Words::tr("“%1” joins two questions or more, as a list.").arg(word));
            return;
        }
        if (joins > CheckQuestion::MostJoins) {
            m_faults.add(node.line, Words::tr("Questions are joined too deeply."));
            return;
        }
        for (const HeadNode &item : node.items) {
            if (!isMap(item, word))
                continue;
            if (const KindWord *asked = kindOf(item)) {
                checkKeys(item, std::array{asked->word}, m_faults);
                question.parts.push_back(this->question(*asked, item, joins));
            }
        }
    }

    OutcomeMeaning outcome(const HeadNode &check, QLatin1StringView key, Kind kind)
    {
        static constexpr std::array Keys{"conclusion"_L1, "says"_L1};
        OutcomeMeaning meaning;
        const auto *node = check.child(key.toString());
        if (!node || node->kind != HeadNode::Kind::Map) {
            m_faults.add(node ? node->line : check.line, Words::tr("“%1” must hold “conclusion” and “says”.").arg(key));
            return meaning;
        }
        checkKeys(*node, Keys, m_faults);
        const QString word = textOf(*node, Keys[0], Need::Required, m_faults);
        const auto conclusion = conclusionFromWord(word);
        const bool isAllowed = conclusion && (kind != Kind::Service || *conclusion != ConclusionKind::NotConfirmed);
        if (!isAllowed && !word.isEmpty())
            m_faults.add(node->child(Keys[0].toString())->line, noConclusion(word, kind));
        meaning.conclusion = conclusion.value_or(ConclusionKind::NotConfirmed);
        meaning.sentence = sentence(*node, Keys[1]);
        return meaning;
    }

    static QString noConclusion(const QString &word, Kind kind)
    {
        const QString sentence = kind == Kind::Service
            ? Words::tr("“%1” is no conclusion; write confirmed harmless, confirmed fault or does not apply.")
            : Words::tr("“%1” is no conclusion; write confirmed harmless, confirmed fault, does not apply or not "
                        "confirmed.");
        return sentence.arg(word);
    }

    /// A text with {names}, required.
    QString named(const HeadNode &map, QLatin1StringView key)
    {
        const QString text = textOf(map, key, Need::Required, m_faults);
        if (const auto *node = map.child(key.toString()))
            checkNames(text, node->line, m_known, m_faults);
        return text;
    }

    /// A sentence of Markdown.
    QString sentence(const HeadNode &map, QLatin1StringView key)
    {
        const QString text = textOf(map, key, Need::Required, m_faults);
        if (const auto *node = map.child(key.toString()))
            checkMarkdown(text, node->line, m_known, m_faults);
        return text;
    }

    const KnownName &m_known;
    FaultList &m_faults;
};

} // namespace

std::vector<ArticleCheck> readChecks(const HeadNode &head, const KnownName &known, FaultList &faults)
{
    CheckReader reader(known, faults);
    const auto nodes = mapsOf(head, "check"_L1, Need::Optional, faults);
    std::vector<ArticleCheck> checks;
    checks.reserve(nodes.size());
    for (const auto *node : nodes)
        checks.push_back(reader.check(*node));
    return checks;
}

std::vector<ArticleProse::Check> readCheckProse(
    const HeadNode &head, const Article &original, const KnownName &known, FaultList &faults)
{
    CheckReader reader(known, faults);
    const auto nodes = mapsOf(head, "check"_L1, Need::Optional, faults);
    std::vector<ArticleProse::Check> checks;
    if (nodes.size() != original.checks.size()) {
        faults.add(head.line,
            Words::tr("The article has %1 checks, its translation %2.").arg(original.checks.size()).arg(nodes.size()));
        return checks;
    }
    checks.reserve(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i)
        checks.push_back(reader.prose(*nodes[i], original.checks[i].question.kind));
    return checks;
}

} // namespace evident
