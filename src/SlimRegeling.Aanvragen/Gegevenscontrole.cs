using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen;

/// <summary>What holds for a plan whoever reads it: the form of an application or a computation beforehand.</summary>
internal static class Gegevenscontrole
{
    /// <summary>The largest number of fte: what a quantity can be at all.</summary>
    public const int MeestePersonen = (int)AantalConverter.Hoogste;

    /// <summary>The largest number of trajectories or places.</summary>
    public const int MeesteStuks = 10_000;

    /// <summary>Linked enterprises apply once in a window.</summary>
    public const string EenAanvraag = "2.8, vierde lid";

    public const string GeenKvkNummer = "Schrijf een KVK-nummer van acht cijfers, bijvoorbeeld \"22222222\".";

    public static readonly IReadOnlyList<string> Rollen = [Deelnemergegevens.Hoofdaanvrager, Deelnemergegevens.Partij];

    public static readonly IReadOnlyList<string> Banden = [Bandgegevens.Verbonden, Bandgegevens.Partner];

    public static readonly IReadOnlyList<string> Soorten = Enum.GetNames<Activiteitsoort>();

    public static bool IsKvkNummer(string tekst) => tekst.Length == 8 && tekst.All(char.IsAsciiDigit);

    /// <param name="code">Without the points in which some write it.</param>
    public static bool IsSbiCode(string code) => code.Length is >= 2 and <= 6 && code.All(char.IsAsciiDigit);

    public static string Kies(IReadOnlyList<string> keuzes) => $"Kies {string.Join(", ", keuzes.SkipLast(1))} of {keuzes[^1]}.";

    /// <summary>Each party is named once, by its number.</summary>
    public static IEnumerable<Fout> Nummers(string veld, IReadOnlyList<Deelnemergegevens> deelnemers)
    {
        foreach (var (i, deelnemer) in deelnemers.Index())
        {
            if (!IsKvkNummer(deelnemer.KvkNummer))
            {
                yield return new Fout($"{veld}[{i}].kvkNummer", GeenKvkNummer);
            }
            else if (deelnemers.Take(i).Any(d => d.KvkNummer == deelnemer.KvkNummer))
            {
                yield return new Fout($"{veld}[{i}].kvkNummer", "Deze partij staat er al. Noem elke partij één keer.");
            }
        }
    }

    public static Fout? Hoofdaanvrager(string veld, IReadOnlyList<Deelnemergegevens> deelnemers) =>
        deelnemers.Count > 0 && deelnemers.Count(d => d.Rol == Deelnemergegevens.Hoofdaanvrager) != 1
            ? new Fout(veld, "Kies precies één partij als hoofdaanvrager.", "artikel 2.21")
            : null;

    /// <summary>The shares of the parties are all of the costs that count.</summary>
    /// <param name="externEnLoon"><see cref="Berekening.ExternEnLoon"/> of the plan.</param>
    public static Fout? Aandelen(string veld, Plan plan, Regelversie versie, decimal externEnLoon) =>
        plan.Deelnemers.Count > 0 && plan.Deelnemers.Sum(d => d.AandeelKosten) is var som && som != externEnLoon
            ? new Fout(
                veld,
                $"De aandelen van de partijen (aandeelKosten) zijn samen {Getal.Euro(som)}. Verdeel precies {Getal.Euro(externEnLoon)}: de externe kosten en de loonkosten die meetellen, voor de toeslag.",
                $"artikel {versie.Document(Documentcode.BegrotingPerPartij).Artikel}"
            )
            : null;
}
