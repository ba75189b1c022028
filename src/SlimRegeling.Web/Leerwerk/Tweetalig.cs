using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Leerwerk;

/// <summary>Dutch and English of one text, as the API has it.</summary>
public sealed record Tweetalig(string Nl, string En)
{
    /// <summary>The one that a page shows.</summary>
    public string In(Teksten t) => t.IsEngels ? En : Nl;
}
