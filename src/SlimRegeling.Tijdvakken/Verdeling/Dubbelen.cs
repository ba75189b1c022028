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
    /// </param>
    public static IReadOnlyList<Uitsluiting> Van(IEnumerable<Inschrijving> inschrijvingen, bool achteraf)
    {
        var zaken = inschrijvingen.OrderBy(i => i.IngediendOp).ThenBy(i => i.Zaaknummer, StringComparer.Ordinal).ToList();
        var deelnemers = new Deelnemers();
        foreach (var i in achteraf ? zaken : [])
        {
            deelnemers.Verbind(i);
        }
        foreach (var (nummer, i) in zaken.Index().Where(z => z.Item.Meegedaan == true))
        {
            deelnemers.Neem(i, nummer);
        }
        var uit = new List<Uitsluiting>();
        foreach (var (nummer, i) in zaken.Index())
        {
            deelnemers.Verbind(i);
            if (i.Meegedaan is not null)
            {
                continue;
            }
            if (deelnemers.MetPartij(i) is { } zelfde)
            {
                uit.Add(new Uitsluiting(i.Zaaknummer, DubbeleAanvraag, zaken[zelfde].Zaaknummer));
            }
            else if (deelnemers.InGroep(i) is { } ander)
            {
                uit.Add(new Uitsluiting(i.Zaaknummer, VerbondenOnderneming, zaken[ander].Zaaknummer));
            }
            else
            {
                deelnemers.Neem(i, nummer);
            }
        }
        return uit;
    }

    /// <summary>Who takes part, by party and by group: a forest of KVK numbers, in whose roots stands the earliest case that touches the group.</summary>
    private sealed class Deelnemers
    {
        private readonly Dictionary<string, string> _boven = [];
        private readonly Dictionary<string, int> _groep = [];
        private readonly Dictionary<string, int> _partij = [];

        public void Verbind(Inschrijving i)
        {
            foreach (var (van, met) in Banden(i))
            {
                var (wortel, ander) = (Wortel(van), Wortel(met));
                if (wortel != ander)
                {
                    _boven[ander] = wortel;
                    if (_groep.Remove(ander, out var eerste))
                    {
                        _groep[wortel] = Math.Min(eerste, _groep.GetValueOrDefault(wortel, eerste));
                    }
                }
            }
        }

        public void Neem(Inschrijving i, int nummer)
        {
            foreach (var kvk in i.Partijen)
            {
                _partij[kvk] = Math.Min(nummer, _partij.GetValueOrDefault(kvk, nummer));
            }
            foreach (var wortel in Genoemd(i))
            {
                _groep[wortel] = Math.Min(nummer, _groep.GetValueOrDefault(wortel, nummer));
            }
        }

        public int? MetPartij(Inschrijving i) => Eerste(i.Partijen, _partij);

        public int? InGroep(Inschrijving i) => Eerste(Genoemd(i), _groep);

        private static int? Eerste(IEnumerable<string> sleutels, Dictionary<string, int> van) =>
            sleutels.Min(sleutel => van.TryGetValue(sleutel, out var nummer) ? nummer : (int?)null);

        /// <summary>A partnership from before it was told which party is linked to what touches those groups, and joins none.</summary>
        private static IEnumerable<Band> Banden(Inschrijving i) =>
            i.Banden ?? (i.Partijen is [var partij] ? i.Verbonden.Select(met => new Band(partij, met)) : []);

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
