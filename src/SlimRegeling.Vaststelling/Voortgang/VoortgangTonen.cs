using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling.Voortgang;

/// <summary>When the progress report of a partnership is due, what was reported, and the advance that it released.</summary>
public static class VoortgangTonen
{
    /// <param name="Toelichting">As the recipient wrote it; absent when it was destroyed.</param>
    public sealed record Verslagbeeld(Instant Op, bool TeLaat, IReadOnlyList<string> Documenten, string? Toelichting = null);

    /// <param name="Uiterlijk">The last day to report again.</param>
    /// <param name="Reden">What must be different; absent when it was destroyed.</param>
    public sealed record Terugzending(Instant Op, LocalDate Uiterlijk, string? Reden = null);

    /// <param name="Van">The first day on which it can be given; absent where none is asked, like the next two.</param>
    /// <param name="TweedeVoorschot">Euro; absent while it was not given.</param>
    /// <param name="Voorschotten">All that was advanced by now, in euro.</param>
    /// <param name="Teruggezonden">Why the last report went back; absent when none did, or another came.</param>
    /// <param name="Model">On which the report has to be made; absent where none is asked.</param>
    public sealed record Beeld(
        string Zaaknummer,
        decimal Voorschotten,
        LocalDate? Van = null,
        LocalDate? Uiterlijk = null,
        string? Artikel = null,
        Verslagbeeld? Verslag = null,
        decimal? TweedeVoorschot = null,
        string? Besluit = null,
        Terugzending? Teruggezonden = null,
        Modelbeeld? Model = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/verantwoordingen/{zaaknummer}/voortgang", Voer)
            .Geeft<Beeld>()
            .LegtInzageVast("voortgang")
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.Medeondertekenaar)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Stroom<Verantwoording> verantwoordingen,
        Werkeenheid<VaststellingContext> eenheid,
        Regelbron<VaststellingContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await verantwoordingen.Lees(zaaknummer, ct) is not { Opening: { } opening } gelezen)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var versie = (await regelbron.Nu(ct)).Versie(opening.Regelversie, moment.Nu);
        var termijn = Voortgangsverslag.Van(opening, versie);
        var model = termijn is null ? null : Modelbeeld.Van(versie, Termijncode.Voortgangsverslag, moment.Vandaag);
        var tekst = gelezen.Verslag is { } verslag ? await eenheid.Lees<Voortgangstekst>(verslag.Toelichting, ct) : null;
        var reden = gelezen is { Verslag: null, Teruggezonden: { } terug } ? await eenheid.Lees<Voortgangstekst>(terug.Reden, ct) : null;
        return await verantwoordingen.Toon(
            zaaknummer,
            v => new Beeld(
                v.Id,
                v.Bevoorschot,
                termijn?.Van,
                termijn?.Uiterlijk,
                termijn?.Artikel,
                v.Verslag is { } e ? new(e.Op, Moment.Dag(e.Op) > e.Uiterlijk, e.Documenten, tekst?.Tekst) : null,
                v.TweedeVoorschot?.Bedrag,
                v.TweedeVoorschot?.Besluit,
                v is { Verslag: null, Teruggezonden: { } t } ? new(t.Op, t.Uiterlijk, reden?.Tekst) : null,
                model
            ),
            ct
        );
    }
}
