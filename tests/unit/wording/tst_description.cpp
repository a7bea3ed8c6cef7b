// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a row says, and where that came from.

#include "knowledge/rulereader.h"
#include "wording/description.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class DescriptionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void prefersWindows();
    void takesTheArticle();
    void fallsBackToValues();
    void saysNothing();
};

namespace {

Event sample()
{
    Event event;
    event.renderedMessage = u"Windows says so."_s;
    event.content.values = {{u"param1"_s, u"Spooler"_s}, {{}, u"bare"_s}, {u"empty"_s, {}}};
    return event;
}

Article article()
{
    Article made;
    made.summary = u"The service {service}."_s;
    made.values = {{u"service"_s, {*placeFrom(u"string 1"_s)}}};
    return made;
}

} // namespace

void DescriptionTest::prefersWindows()
{
    const auto made = article();
    const auto description = describe(sample(), &made);
    QCOMPARE(description.text, u"Windows says so."_s);
    QCOMPARE(description.origin, DescriptionOrigin::Windows);
}

void DescriptionTest::takesTheArticle()
{
    const auto made = article();
    auto event = sample();
    event.renderedMessage.clear();
    const auto description = describe(event, &made);
    QCOMPARE(description.text, u"The service Spooler."_s);
    QCOMPARE(description.origin, DescriptionOrigin::Article);
}

void DescriptionTest::fallsBackToValues()
{
    auto event = sample();
    event.renderedMessage.clear();
    const auto description = describe(event, nullptr);
    QCOMPARE(description.text, u"param1: Spooler\nbare"_s);
    QCOMPARE(description.origin, DescriptionOrigin::Values);
}

void DescriptionTest::saysNothing()
{
    const auto description = describe(Event(), nullptr);
    QCOMPARE(description.text, QString());
    QCOMPARE(description.origin, DescriptionOrigin::Nothing);
}

QTEST_GUILESS_MAIN(DescriptionTest)
#include "tst_description.moc"
