using System.Text.Json.Nodes;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>What an applicant answered in one task, to be read.</summary>
public sealed record Taakantwoord(Taak Taak, Veld Formulier, Invulling Invulling)
{
    public Beeld Beeld => new(Formulier, Taak.Code, Invulling);

    /// <param name="formulier">Of the window.</param>
    /// <param name="inhoud">As the API has it.</param>
    public static IReadOnlyList<Taakantwoord> Van(Veld formulier, JsonObject? inhoud) =>
        [
            .. from taak in Taken.Alle
            from veld in formulier.Velden
            where veld.Naam == taak.Code
            select new Taakantwoord(taak, veld, Invulling.Van(formulier with { Velden = [veld] }, inhoud)),
        ];
}
