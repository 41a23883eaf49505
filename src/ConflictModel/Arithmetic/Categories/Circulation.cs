namespace ConflictModel.Arithmetic;

/// <summary>A directed graph on which whole numbers flow round and round, each edge between its two ends.</summary>
internal sealed class Circulation
{
    private readonly int vertices;
    private readonly int[] targets;
    private readonly int[] firstArc;
    private readonly int[] arcs;

    /// <summary>A graph of <paramref name="vertices"/> vertices and these edges.</summary>
    public Circulation(int vertices, List<(int From, int To)> edges)
    {
        // Arc 2e runs along edge e, arc 2e + 1 against it. After the edges come, for each vertex, one from the source and one to the sink.
        this.vertices = vertices;
        EdgeCount = edges.Count;
        var ends = new List<(int From, int To)>(edges);
        for (int vertex = 0; vertex < vertices; vertex++)
        {
            ends.Add((vertices, vertex));
            ends.Add((vertex, vertices + 1));
        }

        targets = new int[2 * ends.Count];
        firstArc = new int[vertices + 3];
        foreach ((int from, int to) in ends)
        {
            firstArc[from + 1]++;
            firstArc[to + 1]++;
        }

        for (int vertex = 0; vertex < vertices + 2; vertex++)
        {
            firstArc[vertex + 1] += firstArc[vertex];
        }

        arcs = new int[2 * ends.Count];
        int[] next = firstArc[..^1];
        for (int e = 0; e < ends.Count; e++)
        {
            (int from, int to) = ends[e];
            targets[2 * e] = to;
            targets[(2 * e) + 1] = from;
            arcs[next[from]++] = 2 * e;
            arcs[next[to]++] = (2 * e) + 1;
        }
    }

    /// <summary>The number of edges.</summary>
    public int EdgeCount { get; }

    /// <summary>A flow that keeps every edge between its ends, or null if there is none.</summary>
    public Flow? Find(CountInterval[] ends)
    {
        long[] room = new long[targets.Length];
        long[] excess = new long[vertices];
        for (int e = 0; e < EdgeCount; e++)
        {
            (long low, long high) = (ends[e].Low, ends[e].High);
            room[2 * e] = CountInterval.LessLow(high, low);
            excess[targets[2 * e]] += low;
            excess[targets[(2 * e) + 1]] -= low;
        }

        long needed = 0;
        for (int vertex = 0; vertex < vertices; vertex++)
        {
            int source = 2 * (EdgeCount + (2 * vertex));
            room[source] = Math.Max(0, excess[vertex]);
            room[source + 2] = Math.Max(0, -excess[vertex]);
            needed += room[source];
        }

        var flow = new Flow(this, ends, room);

        // The source's edges are full then, so that no later flow passes through it.
        return flow.Push(vertices, vertices + 1, needed) == needed ? flow : null;
    }

    /// <summary>One circulation, which can be pushed about to see what each edge can bear.</summary>
    internal sealed class Flow
    {
        private readonly Circulation graph;
        private readonly CountInterval[] ends;

        // How much more an arc can take: along an edge up to its upper end, against it down to its lower one.
        private readonly long[] room;
        private readonly int[] level;
        private readonly int[] next;
        private readonly int[] path;
        private readonly Queue<int> queue = new();

        public Flow(Circulation graph, CountInterval[] ends, long[] room)
        {
            (this.graph, this.ends, this.room) = (graph, ends, room);
            level = new int[graph.vertices + 2];
            next = new int[graph.vertices + 2];
            path = new int[graph.vertices + 2];
        }

        /// <summary>The least and the greatest flow that an edge can bear.</summary>
        public CountInterval Range(int edge)
        {
            int along = 2 * edge, against = along + 1;
            (int from, int to) = (graph.targets[against], graph.targets[along]);
            (long more, long less) = (room[along], room[against]);
            room[along] = room[against] = 0;
            long now = ends[edge].Low + less;
            bool isUnlimited = more == CountInterval.Unlimited && Reaches(to, from, unlimitedOnly: true);
            long high = isUnlimited ? CountInterval.Unlimited : now + Push(to, from, more);
            now = isUnlimited ? now : high;
            long low = now - Push(from, to, now - ends[edge].Low);
            room[along] = CountInterval.LessLow(ends[edge].High, low);
            room[against] = low - ends[edge].Low;
            return new(low, high);
        }

        /// <summary>Sends as much as possible, up to a limit, from one vertex to another (Dinic's algorithm) and says how much.</summary>
        public long Push(int from, int to, long limit)
        {
            long sent = 0;
            while (sent < limit && Reaches(from, to, unlimitedOnly: false))
            {
                Array.Copy(graph.firstArc, next, next.Length);
                while (sent < limit && Augment(from, to, limit - sent) is > 0 and var more)
                {
                    sent += more;
                }
            }

            return sent;
        }

        private bool Reaches(int from, int to, bool unlimitedOnly)
        {
            Array.Fill(level, -1);
            level[from] = 0;
            queue.Clear();
            queue.Enqueue(from);
            while (level[to] < 0 && queue.TryDequeue(out int vertex))
            {
                for (int i = graph.firstArc[vertex]; i < graph.firstArc[vertex + 1]; i++)
                {
                    int arc = graph.arcs[i];
                    int target = graph.targets[arc];
                    if (level[target] < 0 && (unlimitedOnly ? room[arc] == CountInterval.Unlimited : room[arc] > 0))
                    {
                        level[target] = level[vertex] + 1;
                        queue.Enqueue(target);
                    }
                }
            }

            return level[to] >= 0;
        }

        // One path of the level graph, found by walking forward and stepping back from dead ends.
        private long Augment(int from, int to, long limit)
        {
            int depth = 0;
            for (int vertex = from; vertex != to;)
            {
                if (next[vertex] < graph.firstArc[vertex + 1])
                {
                    int arc = graph.arcs[next[vertex]];
                    if (room[arc] > 0 && level[graph.targets[arc]] == level[vertex] + 1)
                    {
                        path[depth++] = arc;
                        vertex = graph.targets[arc];
                    }
                    else
                    {
                        next[vertex]++;
                    }
                }
                else if (depth == 0)
                {
                    return 0;
                }
                else
                {
                    vertex = graph.targets[path[--depth] ^ 1];
                    next[vertex]++;
                }
            }

            long sent = limit;
            for (int i = 0; i < depth; i++)
            {
                sent = Math.Min(sent, room[path[i]]);
            }

            for (int i = 0; i < depth; i++)
            {
                int arc = path[i];
                room[arc] = CountInterval.LessLow(room[arc], sent);
                room[arc ^ 1] = CountInterval.AddHigh(room[arc ^ 1], sent);
            }

            return sent;
        }
    }
}
