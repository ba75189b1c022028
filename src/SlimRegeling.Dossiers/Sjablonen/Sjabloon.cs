using SlimRegeling.Dossiers.Brieven;

namespace SlimRegeling.Dossiers.Sjablonen;

/// <summary>A template that can be filled: pure, the same case gives the same words.</summary>
public sealed class Sjabloon
{
    private readonly Briefvelden _velden;
    private readonly IReadOnlyList<Deel> _onderwerp;
    private readonly IReadOnlyList<Deel> _delen;

    /// <param name="versie">1 is the one of the program; each that two people signed is one higher.</param>
    /// <exception cref="InvalidDataException">It cannot be read: it was never checked, or not by this program.</exception>
    public Sjabloon(Briefvelden velden, Sjabloontekst tekst, int versie)
    {
        (_velden, Tekst, Versie) = (velden, tekst, versie);
        (_onderwerp, var fouten) = Sjabloonlezer.Lees(tekst.Onderwerp);
        (_delen, var verder) = Sjabloonlezer.Lees(tekst.Tekst);
        if (fouten.Concat(verder).FirstOrDefault() is { } fout)
        {
            throw new InvalidDataException($"A template cannot be read: {fout}");
        }
    }

    public Sjabloontekst Tekst { get; }

    public int Versie { get; }

    /// <exception cref="KeyNotFoundException">It names what letters of this kind do not have.</exception>
    public (string Onderwerp, IReadOnlyList<Briefblok> Blokken) Vul(Briefgeval geval)
    {
        return (Ingevuld(_onderwerp.Kies(Geldt)), [.. Blokvorm.Lees(_delen.Kies(Geldt)).SelectMany(Blok)]);

        bool Geldt(string voorwaarde) => _velden.Geldt(voorwaarde, geval);

        string Ingevuld(string tekst) => Blokvorm.Vul(tekst, veld => _velden.Waarde(veld, geval));

        IEnumerable<Briefblok> Blok(Blokvorm vorm) =>
            vorm switch
            {
                Blokvorm.Alinea alinea => [.. Alineas(Ingevuld(alinea.Tekst)).Select(tekst => new Alinea(tekst))],
                Blokvorm.Kop kop => [new Kop(Ingevuld(kop.Tekst))],
                Blokvorm.Opsomming opsomming => Punten(opsomming) is { Count: > 0 } punten ? [new Opsomming(punten)] : [],
                Blokvorm.Tabel tabel => tabel.Rijen.Skip(1).SelectMany(Herhaald).ToList() is { Count: > 0 } rijen
                    ? [new Tabel([.. tabel.Rijen[0].Select(Ingevuld)], rijen)]
                    : [],
                _ => (Briefblok[])[],
            };

        // A field that has several paragraphs, as an argument may, gives them.
        static string[] Alineas(string gevuld) =>
            gevuld.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        List<string> Punten(Blokvorm.Opsomming opsomming) =>
            [.. opsomming.Punten.SelectMany(punt => Herhaald([punt])).Select(rij => rij[0])];

        // Once for each row of the list that it names a field of, else once.
        IEnumerable<IReadOnlyList<string>> Herhaald(IReadOnlyList<string> teksten) =>
            teksten.SelectMany(Blokvorm.Velden).Select(_velden.ZoekLijst).FirstOrDefault(l => l is not null) is { } lijst
                ? _velden
                    .Rijen(lijst.Naam, geval)
                    .Select(rij =>
                        (string[])
                            [
                                .. teksten.Select(t =>
                                    Blokvorm.Vul(t, veld => rij.TryGetValue(veld, out var waarde) ? waarde : _velden.Waarde(veld, geval))
                                ),
                            ]
                    )
                :
                [
                    [.. teksten.Select(Ingevuld)],
                ];
    }
}
