using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers.Emails;

/// <summary>
/// Somebody decides that an e-mail goes again: it may have gone before, so that is no decision of the program. It has the same Message-ID, by which
/// many mail programs show it once. An address that was refused is tried again with it.
/// </summary>
public static class EmailHerzenden
{
    private static readonly Duration Houdbaar = Duration.FromDays(2);

    public sealed record Verzoek;

    public sealed record Antwoord(string Id);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/emails/{id}/verzending", Voer).Geeft<Antwoord>().Voor(Rol.Beheerder);

    private static async Task<Uitkomst> Voer(string id, Verzoek verzoek, Emailtabel tabel, Moment moment, CancellationToken ct)
    {
        var nu = moment.Nu;
        await using var opdracht = tabel.Opdracht(
            """
            -- Locked before it is read: who clicks at the same moment sees what the other did.
            with nu as (
              select stand from dossiers.email where sleutel = $1 and not bij_concept for update
            ), weer as (
              update dossiers.email set stand = 'Wacht', volgende_op = $2, stand_op = $2, pogingen = 0, fout = null,
                tot = coalesce(least(sluit, $3), $3)
              where sleutel = $1 and not bij_concept and stand in ('Onzeker', 'Geweigerd', 'ZonderAdres', 'Vervallen') and coalesce(sluit > $2, true)
              returning kvk_nummer
            ), adres as (
              update dossiers.emailadres a set onbestelbaar_op = null, fout = null from weer where a.kvk_nummer = weer.kvk_nummer
            )
            select case when exists (select from weer) then 'gedaan' else (select stand from nu) end
            """,
            Emailtabel.Tekst(id),
            Emailtabel.Moment(nu),
            Emailtabel.Moment(nu + Houdbaar)
        );
        return await opdracht.ExecuteScalarAsync(ct) switch
        {
            // What goes already goes once: who clicked twice hears the same.
            "gedaan" or nameof(Emailtoestand.Wacht) or nameof(Emailtoestand.Onderweg) => Uitkomst.Ok(new Antwoord(id)),
            nameof(Emailtoestand.Verzonden) => Weigering.Van(
                "email-verzonden",
                "Deze e-mail is al gestuurd. Wij sturen hem niet nog eens."
            ),
            string => Weigering.Van("email-te-laat", "Het tijdvak is gesloten. Deze e-mail heeft geen zin meer."),
            _ => Weigering.NietGevonden(id),
        };
    }
}
