using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// Why a case of which proof can be asked is settled without that being asked of it: the number of the drawn list that held it, or, when that is null, what
/// the assessor wrote, which is kept with the arguments.
/// </summary>
public sealed record Steekproefgrond(string? Lijst = null);

/// <summary>
/// The minister asks for proof by a sample before anything is settled without a request (2.24, first paragraph): a case of a version that knows the sample
/// is settled after a drawn list held it, drawn or not, or for a reason that is written down.
/// </summary>
internal static class Steekproefeis
{
    /// <summary>What that reason stands under among the arguments, which are by activity.</summary>
    public const string Redensleutel = "zonder-steekproef";

    /// <summary>Not of a case of which proof was asked, and not of one that is settled anew.</summary>
    public static bool Geldt(Verantwoording verantwoording, Regelversie versie) =>
        verantwoording is { Steekproef: null, Vaststelling: null } && versie.Termijnen.ContainsKey(Termijncode.Bewijs);

    public static Weigering Eerst =>
        Weigering.Van(
            "steekproef-eerst",
            "Deze zaak stond nog niet op een lijst waaruit een steekproef is getrokken. Trek eerst de steekproef, of schrijf op waarom u daar niet op wacht.",
            "2.24, eerste lid"
        );

    /// <summary>Null when a drawn list held the case, none is needed, or it was destroyed.</summary>
    public static string? Reden(Voorgesteld voorstel, IReadOnlyDictionary<string, string>? argumenten) =>
        voorstel.Steekproef is { Lijst: null } ? argumenten?.GetValueOrDefault(Redensleutel) : null;
}
