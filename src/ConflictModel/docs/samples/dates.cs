// A date as vague as its source left it, and a question that can answer "perhaps".
using ConflictModel;

var half = UncertainDate.Parse("2024-40");
var july = UncertainDate.Parse("2024-07");
var someDay = UncertainDate.Parse("[2024-06-28..2024-07-03]");
Console.WriteLine($"{half} is {half.Earliest:uuuu-MM-dd} to {half.Latest:uuuu-MM-dd}");
Console.WriteLine($"the half before July: {half.Before(july)}");
Console.WriteLine($"{someDay} before July: {someDay.Before(july)}");
