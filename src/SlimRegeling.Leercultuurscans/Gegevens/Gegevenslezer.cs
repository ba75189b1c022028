using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace SlimRegeling.Leercultuurscans.Gegevens;

/// <summary>
/// Reads fields of a file of data and notes, by line, what is absent, unknown or of the wrong kind; then gives something harmless, so that one reading finds
/// every mistake.
/// </summary>
internal sealed class Gegevenslezer
{
    private readonly List<(int Regel, string Uitleg)> _fouten = [];

    /// <summary>Reads a whole file.</summary>
    /// <param name="lees">Makes of the outermost object what the file holds.</param>
    /// <exception cref="Gegevensfout">Anything is wrong with it.</exception>
    public static T Lees<T>(string bestand, byte[] utf8, Func<Gegevenslezer, Voorwerp, T> lees)
    {
        var lezer = new Gegevenslezer();
        try
        {
            if (Jsonregels.Lees(utf8) is not Voorwerp buitenste)
            {
                throw new Regelfout(1, "het bestand begint met {");
            }
            var gelezen = lees(lezer, buitenste);
            return lezer._fouten.Count == 0
                ? gelezen
                : throw new Gegevensfout(
                    bestand,
                    [.. lezer._fouten.OrderBy(f => f.Regel).Select(f => $"regel {f.Regel}: {f.Uitleg}").Distinct()]
                );
        }
        catch (Regelfout fout)
        {
            throw new Gegevensfout(bestand, [fout.Message]);
        }
    }

    public void Fout(Knoop waar, string uitleg) => _fouten.Add((waar.Regel, uitleg));

    /// <summary>Notes fields that nobody reads: a name that is misspelt must not be taken for one that is left out.</summary>
    public void Alleen(Voorwerp voorwerp, params string[] velden)
    {
        foreach (var (naam, knoop) in voorwerp.Velden.Where(v => !velden.Contains(v.Key)))
        {
            Fout(knoop, $"'{naam}' bestaat hier niet");
        }
    }

    public string Tekst(Voorwerp voorwerp, string veld)
    {
        if (Zoek(voorwerp, veld) is not { } knoop)
        {
            return "";
        }
        if (knoop is Waarde { Inhoud: string tekst } && !string.IsNullOrWhiteSpace(tekst))
        {
            return tekst;
        }
        Fout(knoop, $"'{veld}' is leeg of geen tekst");
        return "";
    }

    /// <returns>Null when it is absent.</returns>
    public string? MagTekst(Voorwerp voorwerp, string veld) => voorwerp.Velden.ContainsKey(veld) ? Tekst(voorwerp, veld) : null;

    public string Keuze(Voorwerp voorwerp, string veld, IReadOnlyCollection<string> mogelijk)
    {
        var tekst = Tekst(voorwerp, veld);
        if (tekst.Length > 0 && !mogelijk.Contains(tekst))
        {
            Fout(voorwerp.Velden[veld], $"'{veld}' is '{tekst}'; kies uit {string.Join(", ", mogelijk)}");
        }
        return tekst;
    }

    public IReadOnlyList<string> Keuzes(Voorwerp voorwerp, string veld, IReadOnlyCollection<string> mogelijk)
    {
        var teksten = Teksten(voorwerp, veld);
        foreach (var anders in teksten.Except(mogelijk))
        {
            Fout(voorwerp.Velden[veld], $"'{anders}' kan niet bij '{veld}'; kies uit {string.Join(", ", mogelijk)}");
        }
        return teksten;
    }

    public decimal Getal(Voorwerp voorwerp, string veld, decimal laagste, decimal hoogste)
    {
        if (Zoek(voorwerp, veld) is not { } knoop)
        {
            return laagste;
        }
        if (knoop is Waarde { Inhoud: decimal getal } && getal >= laagste && getal <= hoogste)
        {
            return getal;
        }
        Fout(knoop, string.Create(CultureInfo.InvariantCulture, $"'{veld}' is geen getal van {laagste} tot en met {hoogste}"));
        return laagste;
    }

    public int Geheel(Voorwerp voorwerp, string veld, int laagste, int hoogste)
    {
        var getal = Getal(voorwerp, veld, laagste, hoogste);
        if (getal != decimal.Truncate(getal))
        {
            Fout(voorwerp.Velden[veld], $"'{veld}' is geen heel getal");
        }
        return (int)getal;
    }

    public bool JaOfNee(Voorwerp voorwerp, string veld, bool anders)
    {
        if (!voorwerp.Velden.TryGetValue(veld, out var knoop))
        {
            return anders;
        }
        if (knoop is Waarde { Inhoud: bool waar })
        {
            return waar;
        }
        Fout(knoop, $"'{veld}' is true of false");
        return anders;
    }

    public LocalDate Dag(Voorwerp voorwerp, string veld)
    {
        var tekst = Tekst(voorwerp, veld);
        if (tekst.Length == 0)
        {
            return default;
        }
        var gelezen = LocalDatePattern.Iso.Parse(tekst);
        if (!gelezen.Success)
        {
            Fout(voorwerp.Velden[veld], $"'{veld}' is geen dag; schrijf haar als 2026-04-07");
            return default;
        }
        return gelezen.Value;
    }

    public IReadOnlyList<string> Teksten(Voorwerp voorwerp, string veld)
    {
        var teksten = new List<string>();
        foreach (var element in Elementen(voorwerp, veld))
        {
            if (element is Waarde { Inhoud: string tekst } && !string.IsNullOrWhiteSpace(tekst))
            {
                teksten.Add(tekst);
            }
            else
            {
                Fout(element, $"in '{veld}' staat iets dat leeg of geen tekst is");
            }
        }
        return teksten;
    }

    public Voorwerp Deel(Voorwerp voorwerp, string veld)
    {
        if (Zoek(voorwerp, veld) is { } knoop)
        {
            if (knoop is Voorwerp deel)
            {
                return deel;
            }
            Fout(knoop, $"'{veld}' is geen voorwerp; zet het tussen {{ en }}");
        }
        throw new Regelfout(voorwerp.Regel, _fouten[^1].Uitleg);
    }

    /// <summary>At least one.</summary>
    public IReadOnlyList<Voorwerp> Delen(Voorwerp voorwerp, string veld)
    {
        var elementen = Elementen(voorwerp, veld);
        if (elementen.Count == 0 && voorwerp.Velden.TryGetValue(veld, out var leeg))
        {
            Fout(leeg, $"'{veld}' is leeg");
        }
        foreach (var anders in elementen.Where(e => e is not Voorwerp))
        {
            Fout(anders, $"in '{veld}' staat iets dat geen voorwerp is; zet het tussen {{ en }}");
        }
        return [.. elementen.OfType<Voorwerp>()];
    }

    private IReadOnlyList<Knoop> Elementen(Voorwerp voorwerp, string veld)
    {
        if (Zoek(voorwerp, veld) is not { } knoop)
        {
            return [];
        }
        if (knoop is Rij rij)
        {
            return rij.Elementen;
        }
        Fout(knoop, $"'{veld}' is geen lijst; zet haar tussen [ en ]");
        return [];
    }

    private Knoop? Zoek(Voorwerp voorwerp, string veld)
    {
        if (voorwerp.Velden.TryGetValue(veld, out var knoop))
        {
            return knoop;
        }
        Fout(voorwerp, $"'{veld}' ontbreekt");
        return null;
    }
}
