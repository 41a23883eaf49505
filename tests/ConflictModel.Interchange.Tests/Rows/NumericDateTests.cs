namespace ConflictModel.Interchange.Tests.Rows;

public class NumericDateTests
{
    [Theory]
    [InlineData("03/07/2024", NumericDates.DayFirst, "2024-07-03")]
    [InlineData("03/07/2024", NumericDates.MonthFirst, "2024-03-07")]
    [InlineData("3.7.2024", NumericDates.DayFirst, "2024-07-03")]
    [InlineData("31-12-2024", NumericDates.DayFirst, "2024-12-31")]
    [InlineData("12-31-2024", NumericDates.MonthFirst, "2024-12-31")]
    [InlineData("29/02/2024", NumericDates.DayFirst, "2024-02-29")]
    [InlineData("03/07/2024 13:30", NumericDates.DayFirst, "2024-07-03")]
    [InlineData("7/3/2024 12:00:00 AM", NumericDates.MonthFirst, "2024-07-03")]
    [InlineData("03/07/0025", NumericDates.DayFirst, "0025-07-03")]
    [InlineData("2024-07-03", NumericDates.MonthFirst, "2024-07-03")]
    [InlineData("03 July 2024", NumericDates.MonthFirst, "2024-07-03")]
    [InlineData("2024-07-03", NumericDates.ExcelSerial, "2024-07-03")]
    [InlineData("45476", NumericDates.ExcelSerial, "2024-07-03")]
    [InlineData("45476.75", NumericDates.ExcelSerial, "2024-07-03")]
    [InlineData("45476.0", NumericDates.ExcelSerial, "2024-07-03")]
    [InlineData("1", NumericDates.ExcelSerial, "1900-01-01")]
    [InlineData("59", NumericDates.ExcelSerial, "1900-02-28")]
    [InlineData("61", NumericDates.ExcelSerial, "1900-03-01")]
    [InlineData("2958465.9", NumericDates.ExcelSerial, "9999-12-31")]
    public void A_date_is_read_in_the_order_that_is_stated(string text, NumericDates order, string day)
    {
        Incident read = Read(text, order);
        read.Date.Date.ToString().Should().Be(day);
    }

    [Theory]
    [InlineData("13/13/2024", NumericDates.DayFirst, "is not a date with the day first")]
    [InlineData("07/13/2024", NumericDates.DayFirst, "is not a date with the day first")]
    [InlineData("13/07/2024", NumericDates.MonthFirst, "is not a date with the month first")]
    [InlineData("30/02/2024", NumericDates.DayFirst, "is not a date with the day first")]
    [InlineData("00/01/2024", NumericDates.DayFirst, "is not a date with the day first")]
    [InlineData("01/01/0000", NumericDates.DayFirst, "is not a date with the day first")]
    [InlineData("03/07-2024", NumericDates.DayFirst, "is not a date such as 2016-01-31")]
    [InlineData("03/07/2024x", NumericDates.DayFirst, "is not a date such as 2016-01-31")]
    [InlineData("03/07/2024 25:00", NumericDates.DayFirst, "is not a date with the day first")]
    [InlineData("03/07/24", NumericDates.DayFirst, "a year of two digits")]
    [InlineData("03/07/202", NumericDates.DayFirst, "is not a date such as 2016-01-31")]
    [InlineData("2024/07/03", NumericDates.DayFirst, "is not a date such as 2016-01-31")]
    [InlineData("45476", NumericDates.DayFirst, "--dates serial")]
    [InlineData("03/07/2024", NumericDates.ExcelSerial, "--dates dmy or mdy")]
    [InlineData("0", NumericDates.ExcelSerial, "is not the number of a day")]
    [InlineData("0.5", NumericDates.ExcelSerial, "is not the number of a day")]
    [InlineData("-1", NumericDates.ExcelSerial, "is not the number of a day")]
    [InlineData("2958466", NumericDates.ExcelSerial, "is not the number of a day")]
    [InlineData("20240703", NumericDates.ExcelSerial, "is not the number of a day")]
    [InlineData("4.5e4", NumericDates.ExcelSerial, "is not the number of a day")]
    [InlineData("60", NumericDates.ExcelSerial, "29 February 1900")]
    [InlineData("60.5", NumericDates.ExcelSerial, "29 February 1900")]
    [InlineData("03/07/2024", null, "--dates dmy or mdy")]
    [InlineData("25/07/2024", null, "--dates dmy or mdy")]
    [InlineData("45476", null, "--dates serial")]
    [InlineData("03/07/24", null, "is not a date such as")]
    public void A_date_that_cannot_be_is_malformed_by_name(string text, NumericDates? order, string reason)
    {
        Action read = () => Read(text, order);
        Malformation fault = read.Should().Throw<MalformedInputException>().Which.Malformation;
        (fault.Code, fault.Field, fault.Line).Should().Be((MalformationCode.Date, "event_date", 2));
        fault.Reason.Should().StartWith($"'{text}' ").And.Contain(reason);
    }

    [Fact]
    public void The_days_of_GED_and_of_json_are_read_so_too()
    {
        ReadOptions options = new() { Dates = NumericDates.DayFirst };
        string file = GedSamples.File(GedSamples.Row(("date_start", "03/01/2016"), ("date_end", "03/01/2016")));
        Roads.Incidents(file, options).Should().Equal(Roads.Incidents(GedSamples.File(GedSamples.Row())));
        const string Json = """{"data": [{"event_id_cnty": "1", "event_date": "?", "event_type": "Battles", "actor1": "X"}]}""";
        Roads.Incidents(Json.Replace("?", "03/07/2024", StringComparison.Ordinal), options)
            .Should().Equal(Roads.Incidents(Json.Replace("?", "2024-07-03", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_written_back_is_the_day_that_was_meant_and_its_time()
    {
        string file = AcledSamples.File(
            AcledSamples.Row(("event_date", "03/07/2024")),
            AcledSamples.Row(("event_id_cnty", "SYR2"), ("event_date", "03/07/2024 1:30 PM")));
        RoundTrip.Cells(file, new() { Dates = NumericDates.DayFirst }).Skip(1).Select(row => row[1])
            .Should().Equal("2024-07-03", "2024-07-03 13:30:00");
    }

    [Fact]
    public void There_is_no_other_order()
    {
        Action misuse = () => _ = new ReadOptions { Dates = (NumericDates)4 };
        misuse.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static Incident Read(string text, NumericDates? order) =>
        Roads.Incidents(AcledSamples.File(AcledSamples.Row(("event_date", text), ("year", ""))), new() { Dates = order })[0];
}
