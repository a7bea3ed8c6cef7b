// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The truth table: every state that an answer can have, what an article makes of yes and no, and questions joined.

#include "checks/checkresult.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

using Kind = CheckQuestion::Kind;

constexpr std::array Decisive{
    ConclusionKind::ConfirmedHarmless, ConclusionKind::ConfirmedFault, ConclusionKind::DoesNotApply};

/// What each state says of a service, written down by hand once more: '+' installed, '-' not, '?' not known.
constexpr std::string_view SaysOfService = "++++++++--????????????";
static_assert(SaysOfService.size() == std::size_t(ServiceState::No) + 1);

CheckQuestion valueQuestion(const QString &name)
{
    return {.kind = Kind::RegistryValue, .key = u"SYSTEM\\Setup"_s, .name = name, .wanted = {u"1"_s}};
}

FilledCheck checkOf(const CheckQuestion &question, ConclusionKind yes, ConclusionKind no)
{
    return {.question = question, .yes = {yes, u"Y."_s}, .no = {no, u"N."_s}, .unknown = u"Look."_s};
}

CheckResult answer(const CheckQuestion &question, ServiceState state, HostIdentity identity = HostIdentity::Proved)
{
    CheckResult result = answerTo(question);
    result.asked = u"MAIL01"_s;
    result.state = state;
    result.identity = identity;
    return result;
}

/// The answer to a part: 'y', 'n', or none at all for '?'.
void addAnswer(std::vector<CheckResult> &answers, const CheckQuestion &question, char said)
{
    if (said != '?')
        answers.push_back(answer(question, said == 'y' ? ServiceState::Yes : ServiceState::No));
}

} // namespace

class ConclusionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStateOfAService_data();
    void everyStateOfAService();
    void everyStateOfAValue_data() { everyStateOfAService_data(); }
    void everyStateOfAValue();
    void joinsAnswers_data();
    void joinsAnswers();
    void theNewestAnswerCounts();
    void anUnprovedPartProvesNothing();
    void saysWhatWasNotAsked();
    void putsQuestionsIntoWords();
};

void ConclusionTest::everyStateOfAService_data()
{
    QTest::addColumn<int>("state");
    for (int state = 0; state <= int(ServiceState::No); ++state)
        QTest::addRow("%s", serviceStateWord(ServiceState(state)).data()) << state;
}

/// Every state, every pair of conclusions that an article can give, every identity.
void ConclusionTest::everyStateOfAService()
{
    QFETCH(const int, state);
    const char says = SaysOfService[std::size_t(state)];
    const CheckQuestion question = serviceQuestion(u"MSExchangeIMC"_s);
    for (const auto yes : Decisive) {
        for (const auto no : Decisive) {
            for (const auto identity : {HostIdentity::Proved, HostIdentity::Unproved, HostIdentity::Vouched}) {
                const auto conclusion =
                    conclude(checkOf(question, yes, no), std::vector{answer(question, ServiceState(state), identity)});
                const bool decides = says != '?' && identity != HostIdentity::Unproved;
                QCOMPARE(conclusion.kind, !decides ? ConclusionKind::NotConfirmed : says == '+' ? yes : no);
                QCOMPARE(conclusion.sentence.endsWith(u" Look."_s), !decides);
                if (decides)
                    QCOMPARE(conclusion.sentence, says == '+' ? u"Y."_s : u"N."_s);
            }
        }
    }
}

void ConclusionTest::everyStateOfAValue()
{
    QFETCH(const int, state);
    const CheckQuestion question = valueQuestion(u"Start"_s);
    const CheckResult result = answer(question, ServiceState(state));
    QVERIFY(!isInstalled(ServiceState::Yes) && !isInstalled(ServiceState::No));
    const auto kind =
        conclude(checkOf(question, ConclusionKind::ConfirmedFault, ConclusionKind::NotConfirmed), std::vector{result})
            .kind;
    // Only the word yes is a yes; that a service is installed says nothing about a registry value.
    QCOMPARE(
        kind, ServiceState(state) == ServiceState::Yes ? ConclusionKind::ConfirmedFault : ConclusionKind::NotConfirmed);
}

void ConclusionTest::joinsAnswers_data()
{
    QTest::addColumn<bool>("all");
    QTest::addColumn<QString>("said");
    QTest::addColumn<char>("expected");
    const auto row = [](bool all, const char *said, char expected) {
        QTest::addRow("%s %s", all ? "all of" : "any of", said) << all << QString::fromLatin1(said) << expected;
    };
    row(true, "yyy", 'y');
    row(true, "yny", 'n');
    row(true, "nnn", 'n');
    row(true, "y?y", '?');
    row(true, "???", '?');
    row(true, "?n?", 'n');
    row(false, "nnn", 'n');
    row(false, "nyn", 'y');
    row(false, "yyy", 'y');
    row(false, "n?n", '?');
    row(false, "???", '?');
    row(false, "?y?", 'y');
}

void ConclusionTest::joinsAnswers()
{
    QFETCH(const bool, all);
    QFETCH(const QString, said);
    QFETCH(const char, expected);
    CheckQuestion question{.kind = all ? Kind::AllOf : Kind::AnyOf};
    CheckQuestion opposite{.kind = all ? Kind::AnyOf : Kind::AllOf};
    std::vector<CheckResult> answers;
    for (qsizetype i = 0; i < said.size(); ++i) {
        question.parts.push_back(valueQuestion(u"V%1"_s.arg(i)));
        addAnswer(answers, question.parts.back(), said[i].toLatin1());
    }
    const auto kindOf = [&](const CheckQuestion &asked) {
        return conclude(checkOf(asked, ConclusionKind::ConfirmedFault, ConclusionKind::ConfirmedHarmless), answers)
            .kind;
    };
    const auto wanted = expected == 'y' ? ConclusionKind::ConfirmedFault
        : expected == 'n'               ? ConclusionKind::ConfirmedHarmless
                                        : ConclusionKind::NotConfirmed;
    QCOMPARE(kindOf(question), wanted);
    opposite.parts = {question, question}; // a join of joins says the same
    QCOMPARE(kindOf(opposite), wanted);
    QCOMPARE(singleQuestions(opposite).size(), std::size_t(said.size()));
}

void ConclusionTest::theNewestAnswerCounts()
{
    const CheckQuestion question = serviceQuestion(u"Spooler"_s);
    const auto check = checkOf(question, ConclusionKind::DoesNotApply, ConclusionKind::ConfirmedHarmless);
    std::vector<CheckResult> answers{answer(question, ServiceState::NotInstalled)};
    QCOMPARE(conclude(check, answers).kind, ConclusionKind::ConfirmedHarmless);
    answers.push_back(answer(serviceQuestion(u"W3SVC"_s), ServiceState::Running)); // of another service
    QCOMPARE(conclude(check, answers).kind, ConclusionKind::ConfirmedHarmless);
    answers.push_back(answer(question, ServiceState::TimedOut));
    QCOMPARE(conclude(check, answers).kind, ConclusionKind::NotConfirmed);
    answers.push_back(answer(question, ServiceState::Running));
    QCOMPARE(conclude(check, answers).kind, ConclusionKind::DoesNotApply);
}

void ConclusionTest::anUnprovedPartProvesNothing()
{
    const CheckQuestion service = serviceQuestion(u"Spooler"_s);
    const CheckQuestion value = valueQuestion(u"Start"_s);
    const auto check = checkOf(
        {.kind = Kind::AllOf, .parts = {service, value}}, ConclusionKind::ConfirmedFault, ConclusionKind::DoesNotApply);
    std::vector<CheckResult> answers{
        answer(service, ServiceState::Running, HostIdentity::Unproved), answer(value, ServiceState::Yes)};
    const Conclusion conclusion = conclude(check, answers);
    QCOMPARE(conclusion.kind, ConclusionKind::NotConfirmed);
    QVERIFY(conclusion.sentence.contains(u"`MAIL01`"_s));
    answers.front().identity = HostIdentity::Vouched;
    QCOMPARE(conclude(check, answers).kind, ConclusionKind::ConfirmedFault);
}

void ConclusionTest::saysWhatWasNotAsked()
{
    const CheckQuestion value = valueQuestion(u"Start"_s);
    const auto check = checkOf(value, ConclusionKind::ConfirmedFault, ConclusionKind::DoesNotApply);
    QVERIFY(conclude(check, {}).sentence.contains(u"`SYSTEM\\Setup\\Start`"_s));
    FilledCheck nameless = check;
    nameless.question.key.clear();
    QCOMPARE(conclude(nameless, std::vector{answer(nameless.question, ServiceState::Yes)}).kind,
        ConclusionKind::NotConfirmed);
}

void ConclusionTest::putsQuestionsIntoWords()
{
    QCOMPARE(questionText(serviceQuestion(u"Spooler"_s), u"PC1"_s), u"Is the service Spooler installed on PC1?"_s);
    QCOMPARE(questionText(valueQuestion(u"Start"_s), u"PC1"_s),
        u"Is the registry value Start in SYSTEM\\Setup on PC1 set to 1?"_s);
    CheckQuestion there = valueQuestion(u"%1"_s); // hostile: looks like a place to fill in
    there.wanted.clear();
    QCOMPARE(questionText(there, u"PC1"_s), u"Does the registry of PC1 have the value %1 in SYSTEM\\Setup?"_s);
    const CheckQuestion near{.kind = Kind::EventsNear,
        .service = u"Spooler"_s,
        .source = u"Service Control Manager"_s,
        .ids = {7036, 7040},
        .minutes = 10};
    QCOMPARE(questionText(near, u"PC1"_s),
        u"Do the open logs of PC1 hold events 7036, 7040 of Service Control Manager about Spooler within 10 minutes of "
        u"this one?"_s);
    QVERIFY(questionText({.kind = Kind::AllOf, .parts = {near, there}}, {}).startsWith(u"Are all of these so?"_s));
    QCOMPARE(answerText(answer(valueQuestion(u"Start"_s), ServiceState::No)),
        u"Is the registry value Start in SYSTEM\\Setup on MAIL01 set to 1? no"_s);
    const QJsonObject object = toJson(answer(near, ServiceState::Yes));
    QCOMPARE(object[u"question"], QJsonValue(u"events near"_s));
    QCOMPARE(object[u"answer"], QJsonValue(true));
    QVERIFY(object[u"installed"].isNull());
    QCOMPARE(object[u"outcome"], QJsonValue(u"yes"_s));
}

QTEST_APPLESS_MAIN(ConclusionTest)
#include "tst_conclusion.moc"
