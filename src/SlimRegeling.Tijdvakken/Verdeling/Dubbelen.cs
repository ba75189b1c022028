using NodaTime;

namespace SlimRegeling.Tijdvakken.Verdeling;

/// <summary>
/// In a window one application of an applicant or party takes part (2.8, fourth paragraph; 2.10, second): the earliest of those with a party in
/// common, or with parties of one group. Of one group are enterprises that are linked over any number of links, whoever declared them, also through
/// an enterprise that does not apply, like two sisters that name one mother (één onderneming: Regulation (EU) 2023/2831, article 2, second paragraph).
/// </summary>
public static class Dubbelen
{
    public const string DubbeleAanvraag = "dubbele-aanvraag";
    public const string VerbondenOnderneming = "verbonden-onderneming";

    /// <param name="inschrijvingen">Those that did not lapse; whether one takes part is decided when that is not known yet.</param>
    /// <param name="achteraf">
    /// Every link that anyone declared counts; else for each only those declared up to its own receipt, so that it does not matter when it is looked at.
    /// What was first told with a completion counts from then on: whoever turns out to be linked to one who takes part by then, is left out.
    /// </param>
    public static IReadOnlyList<Uitsluiting> Van(IEnumerable<Inschrijving> inschrijvingen, bool achteraf)
    {
        var zaken = inschrijvingen.OrderBy(i => i.Ontvangen).ThenBy(i => i.Zaaknummer, StringComparer.Ordinal).ToList();
        var deelnemers = new Deelnemers();
        foreach (var i in achteraf ? zaken : [])
        {
            deelnemers.Verbind(Banden(i).Concat(i.LatereBanden ?? []));
        }
        foreach (var (nummer, i) in zaken.Index().Where(z => z.Item.Meegedaan == true))
        {
            deelnemers.Neem(i, nummer);
        }
        var uit = new Dictionary<int, Uitsluiting>();
        foreach (var (nummer, later) in Stappen(zaken, achteraf))
        {
            var i = zaken[nummer];
            deelnemers.Verbind(later ? i.LatereBanden! : Banden(i));
            if (i.Meegedaan is not null || uit.ContainsKey(nummer))
            {
                continue;
            }
            if (!later && deelnemers.MetPartij(i) is { } zelfde)
            {
                uit.Add(nummer, new Uitsluiting(i.Zaaknummer, DubbeleAanvraag, zaken[zelfde].Zaaknummer));
            }
            else if (deelnemers.InGroep(i, nummer) is { } ander)
            {
                uit.Add(nummer, new Uitsluiting(i.Zaaknummer, VerbondenOnderneming, zaken[ander].Zaaknummer));
                deelnemers.Laat(i, nummer);
            }
            else
            {
                deelnemers.Neem(i, nummer);
            }
        }
        return [.. uit.Values];
    }

    /// <summary>Each at its receipt, and once more when it told of links later on.</summary>
    private static IEnumerable<(int Nummer, bool Later)> Stappen(List<Inschrijving> zaken, bool achteraf) =>
        zaken
            .Index()
            .SelectMany(z =>
                !achteraf && z.Item is { LatereBanden.Count: > 0, Voltooid: { } voltooid }
                    ? ((int Nummer, bool Later, (Instant, Instant) Op)[])[(z.Index, false, z.Item.Ontvangen), (z.Index, true, voltooid)]
                    : [(z.Index, false, z.Item.Ontvangen)]
            )
            .OrderBy(s => s.Op)
            .Select(s => (s.Nummer, s.Later));

    /// <summary>A partnership from before it was told which party is linked to what touches those groups, and joins none.</summary>
    private static IEnumerable<Band> Banden(Inschrijving i) =>
        i.Banden ?? (i.Partijen is [var partij] ? i.Verbonden.Select(met => new Band(partij, met)) : []);

    /// <summary>Who takes part, by party and by group: a forest of KVK numbers, in whose roots stand the cases that touch the group.</summary>
    private sealed class Deelnemers
    {
        private readonly Dictionary<string, string> _boven = [];
        private readonly Dictionary<string, SortedSet<int>> _groep = [];
        private readonly Dictionary<string, SortedSet<int>> _partij = [];

        public void Verbind(IEnumerable<Band> banden)
        {
            foreach (var (van, met) in banden)
            {
                var (wortel, ander) = (Wortel(van), Wortel(met));
                if (wortel != ander)
                {
                    _boven[ander] = wortel;
                    if (_groep.Remove(ander, out var erbij))
                    {
                        Bij(_groep, wortel).UnionWith(erbij);
                    }
                }
            }
        }

        public void Neem(Inschrijving i, int nummer)
        {
            foreach (var kvk in i.Partijen)
            {
                Bij(_partij, kvk).Add(nummer);
            }
            foreach (var wortel in Genoemd(i))
            {
                Bij(_groep, wortel).Add(nummer);
            }
        }

        public void Laat(Inschrijving i, int nummer)
        {
            foreach (var kvk in i.Partijen)
            {
                Bij(_partij, kvk).Remove(nummer);
            }
            foreach (var wortel in Genoemd(i))
            {
                Bij(_groep, wortel).Remove(nummer);
            }
        }

        public int? MetPartij(Inschrijving i) => Eerste(i.Partijen, _partij, null);

        /// <summary>The earliest of its group, itself left aside.</summary>
        public int? InGroep(Inschrijving i, int nummer) => Eerste(Genoemd(i), _groep, nummer);

        private static int? Eerste(IEnumerable<string> sleutels, Dictionary<string, SortedSet<int>> van, int? behalve) =>
            sleutels.Min(sleutel =>
                van.TryGetValue(sleutel, out var nummers) ? nummers.Where(n => n != behalve).Select(n => (int?)n).FirstOrDefault() : null
            );

        private static SortedSet<int> Bij(Dictionary<string, SortedSet<int>> van, string sleutel) =>
            van.TryGetValue(sleutel, out var nummers) ? nummers : van[sleutel] = [];

        private IEnumerable<string> Genoemd(Inschrijving i) => i.Partijen.Concat(i.Verbonden).Select(Wortel);

        private string Wortel(string kvk)
        {
            while (_boven.TryGetValue(kvk, out var boven))
            {
                if (_boven.TryGetValue(boven, out var hoger))
                {
                    _boven[kvk] = hoger;
                }
                kvk = boven;
            }
            return kvk;
        }
    }
}

/// <summary>Two KVK numbers that were declared to be linked (more than 50%).</summary>
public sealed record Band(string Van, string Met)
{
    /// <summary>Reads "van met".</summary>
    internal static Band Lees(string tekst) =>
        tekst.Split(' ') is [var van, var met] ? new Band(van, met) : throw new InvalidDataException(tekst);
}
