import pytest

from assistant import answer, poem, sentiment


def test_answers_without_tool():
    assert answer("What is the capital of France?", weather=None) == "Paris."


def test_looks_the_weather_up():
    asked = []

    def weather(city):
        asked.append(city)
        return {"city": city, "celsius": 21}

    assert answer("What is the weather in Lisbon?", weather) == "It is 21 degrees in Lisbon."
    assert asked == ["Lisbon"]


@pytest.mark.parametrize(
    ("review", "expected"),
    [("What a great service!", "positive"), ("They serve cold soup.", "negative")],
    ids=["good", "bad"],
)
def test_tells_the_sentiment(review, expected):
    assert sentiment(review) == expected


def test_streams_a_poem():
    pieces = list(poem("tape"))
    assert len(pieces) > 5
    assert "".join(pieces).endswith("CI stays green.")
