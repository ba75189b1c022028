using Marten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>What was written about one objection, read in one go; null is what was destroyed.</summary>
internal sealed class Bezwaarteksten(Inhouden inhouden, Verwijzing inhoud)
{
    public Bezwaarinhoud? Inhoud => inhouden.Zoek<Bezwaarinhoud>(inhoud);

    public string? Tekst(Verwijzing verwijzing) => inhouden.Zoek<Reden>(verwijzing)?.Tekst;

    public Motivering? Motivering(Verwijzing verwijzing) => inhouden.Zoek<Motivering>(verwijzing);

    public Bijhouden.Partij? Partij(Verwijzing verwijzing) => inhouden.Zoek<Bijhouden.Partij>(verwijzing);

    /// <param name="medewerker">Else only what an applicant may read.</param>
    public static async Task<Bezwaarteksten> Lees(Bezwaar b, bool medewerker, IQuerySession sessie, CancellationToken ct)
    {
        Verwijzing?[] verwijzingen =
        [
            b.Ingediend!.Inhoud,
            .. b.Aanvullingen.Select(a => a.Inhoud),
            .. b.Beslissingen.Select(x => x.Motivering),
            .. medewerker
                ?
                [
                    .. b.Correcties.Select(c => c.Reden),
                    b.Oordeel?.Argument,
                    b.Gehoord?.Verslag,
                    b.Hoorzitting?.Instemming,
                    b.NietGehoord?.Argument,
                    b.NietGehoord?.Anderen,
                    b.Advies?.Inhoud,
                    b.Voorstel?.Motivering,
                    b.Teruggezonden?.Reden,
                    .. b.Partijen.Select(p => p.Gegevens),
                    .. b.Beroep.Select(x => x.Toelichting),
                ]
                : Array.Empty<Verwijzing?>(),
        ];
        return new(await Inhouden.Lees(sessie, verwijzingen.OfType<Verwijzing>(), ct), b.Ingediend.Inhoud);
    }
}
