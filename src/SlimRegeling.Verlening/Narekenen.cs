using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Verlening;

/// <summary>
/// Takes every decision again: the state that it was taken on, from the events before it, through the same function with the same moment
/// and signer. The proposal under it is held to the hash that was signed.
/// </summary>
internal sealed class Narekenen : INarekening
{
    public IReadOnlyList<Type> Besluiten { get; } =
    [typeof(Voorgelegd), typeof(Verleend), typeof(Afgewezen), typeof(VoorschotToegekend), typeof(BezwaartermijnGestart)];

    public Task<IReadOnlyList<Nagerekend>> Reken(Bundel bundel, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Nagerekend>>([.. bundel.Stromen.SelectMany(Stroom)]);

    internal static IEnumerable<Nagerekend> Stroom(Verloop verloop)
    {
        var stand = Vouw.Begin<Verlening>(verloop.Id);
        var ondertekening = Beslissing.Geen;
        foreach (var gebeurtenis in verloop.Gebeurtenissen)
        {
            var voor = stand;
            stand = Vouw.Volg(stand, gebeurtenis);
            Func<Beslissing>? opnieuw = gebeurtenis switch
            {
                Voorgelegd e => () => new Voorgelegd(voor.Voorstel!.Hash(verloop.Id), e.Op),
                Verleend e => () => ondertekening = Ondertekenen.Beslis(verloop.Id, voor, e.Voorstelhash, e.Ondertekenaars[^1], e.Op),
                Afgewezen e => () => Ondertekenen.Beslis(verloop.Id, voor, e.Voorstelhash, e.Ondertekenaars[^1], e.Op),
                VoorschotToegekend => () => ondertekening,
                BezwaartermijnGestart e => () => BijBriefVerzonden.Termijn(Versie(voor), e.Besluit, e.VerzondenOp, e.Op),
                _ => null,
            };
            if (opnieuw is not null)
            {
                yield return Nagerekend.Van(
                    verloop.Id,
                    MetType(gebeurtenis, voor.Voorstel!),
                    opnieuw,
                    veld => Artikel(Versie(voor), voor.Voorstel!.Aanvragertype, gebeurtenis, veld)
                );
            }
        }

        Regelversie Versie(Verlening voor) => Regelboek.Versie(voor.Voorstel!.Regelversie);
    }

    /// <summary>An award from before it kept the type of applicant says nothing else.</summary>
    private static Gebeurtenis MetType(Gebeurtenis besluit, Voorstel voorstel) =>
        besluit is Verleend { Aanvragertype: null } verleend ? verleend with { Aanvragertype = voorstel.Aanvragertype } : besluit;

    private static string Artikel(Regelversie versie, string aanvragertype, Gebeurtenis besluit, string veld) =>
        veld switch
        {
            "beslistermijn" => versie.Termijn(Termijncode.Beslistermijn(aanvragertype)).Artikel,
            "periodeVan" or "periodeTot" => versie.Termijn(Termijncode.Initiatiefperiode(aanvragertype)).Artikel,
            "van" or "totEnMet" => versie.Termijn(Termijncode.Bezwaar).Artikel,
            "voorschot" => versie.Post(Postcode.Voorschot).Artikel,
            "bedrag" when besluit is VoorschotToegekend => versie.Post(Postcode.Voorschot).Artikel,
            "bedrag" => versie.Post(Postcode.Subsidie).Artikel,
            "subsidiabeleKosten" => versie.Post(Postcode.SubsidiabeleKosten).Artikel,
            _ => versie.Stap(besluit is Afgewezen ? Stapcode.AanvraagAfgewezen : Stapcode.SubsidieVerleend).Artikel,
        };
}
