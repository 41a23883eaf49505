namespace ConflictModel.Time;

/// <summary>Filtering by a question that may have no answer.</summary>
public static class SiftExtensions
{
    extension<T>(IEnumerable<T> items)
    {
        /// <summary>Parts items into those that pass for sure, perhaps, and not.</summary>
        /// <param name="test">The question, such as <c>item => item.Date.During(period)</c>. Asked once for each item.</param>
        public Sifted<T> Sift(Func<T, Truth> test)
        {
            ArgumentNullException.ThrowIfNull(items);
            ArgumentNullException.ThrowIfNull(test);
            var kept = new List<T>();
            var perhaps = new List<T>();
            var leftOut = new List<T>();
            foreach (var item in items)
            {
                var list = test(item) switch { Truth.Yes => kept, Truth.No => leftOut, _ => perhaps };
                list.Add(item);
            }

            return new Sifted<T>(kept.AsReadOnly(), perhaps.AsReadOnly(), leftOut.AsReadOnly());
        }
    }
}
