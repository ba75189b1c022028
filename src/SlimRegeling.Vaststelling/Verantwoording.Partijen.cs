using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Vaststelling;

/// <summary>A party of a partnership, with the days on which it took part.</summary>
/// <param name="Vanaf">When it joined by a change of the award; null when the award was given to it.</param>
/// <param name="Vertrokken">When it left by a change: what it made before that day counts; null when it takes part still.</param>
public sealed record Deelname(string KvkNummer, LocalDate? Vanaf = null, LocalDate? Vertrokken = null);

// Who took part in a partnership, and when.
public sealed partial record Verantwoording
{
    /// <summary>
    /// Every party that ever took part, by KVK number: that of the award, and of each change that was heard. Who comes back, as after an objection against
    /// the change, never left. Empty when the recipient is alone.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, Deelname> Deelnames
    {
        get
        {
            // Of an award from before its first form was kept, who left is not known any more.
            var deelnames = ((Begin ?? Opening)?.Partijen?.Keys ?? []).ToDictionary(p => p, p => new Deelname(p), StringComparer.Ordinal);
            foreach (var aanpassing in Aanpassingen)
            {
                if (aanpassing.Partijen is { } partijen)
                {
                    Verander(deelnames, partijen.Keys.ToHashSet(StringComparer.Ordinal), Moment.Dag(aanpassing.Op));
                }
            }
            // What an objection made of the parts comes after what was asked before it.
            foreach (var partij in (Opening?.Partijen?.Keys ?? []).Where(p => !deelnames.ContainsKey(p)))
            {
                deelnames.Add(partij, new(partij));
            }
            return deelnames;
        }
    }

    /// <summary>The scans that are evidence here, with those that another party of the partnership had done for it.</summary>
    [JsonIgnore]
    public IEnumerable<ScanAfgerond> ScansVanPartijen
    {
        get
        {
            var deelnames = Deelnames;
            return Scans.Where(s => s.KvkNummer is { } kvkNummer && (kvkNummer == KvkNummer || deelnames.ContainsKey(kvkNummer)));
        }
    }

    /// <summary>The scans that are evidence here, of the applicant itself.</summary>
    [JsonIgnore]
    public IEnumerable<ScanAfgerond> EigenScans => Scans.Where(s => s.KvkNummer == KvkNummer);

    /// <summary>Whether it is the recipient, or was ever a party of the partnership.</summary>
    public bool NamDeel(string kvkNummer) => kvkNummer == KvkNummer || Deelnames.ContainsKey(kvkNummer);

    private static void Verander(Dictionary<string, Deelname> deelnames, HashSet<string> partijen, LocalDate dag)
    {
        foreach (var deelname in deelnames.Values.Where(d => d.Vertrokken is null && !partijen.Contains(d.KvkNummer)).ToList())
        {
            deelnames[deelname.KvkNummer] = deelname with { Vertrokken = dag };
        }
        foreach (var partij in partijen)
        {
            deelnames[partij] = deelnames.TryGetValue(partij, out var deelname) ? deelname with { Vertrokken = null } : new(partij, dag);
        }
    }
}
